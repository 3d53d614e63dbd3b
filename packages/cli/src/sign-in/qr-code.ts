import { renderUnicodeCompact } from "uqr"

/** Lines of text around a QR code that have to stay on the screen with it. */
const linesAround = 5

/** A QR code as text, or `undefined` where the screen is too small for it and the text around it. */
export const qrCode = (
  content: string,
  screen: { readonly columns: number; readonly rows: number }
): string | undefined => {
  const lines = renderUnicodeCompact(content, { border: 1, ecc: "L" }).split("\n")
  const fits = lines.length + linesAround <= screen.rows && lines.every((line) => line.length < screen.columns)
  return fits ? lines.join("\n") : undefined
}

import { generate } from "lean-qr"

/** Lines of text around a QR code that have to stay on the screen with it. */
const linesAround = 5

/** Light modules around the code, so that a reader finds its corners. */
const border = 1

/**
 * A QR code as text, two rows of modules a line, or `undefined` where the screen is too small for it and the text around
 * it. Light modules are drawn, as on a dark terminal.
 */
export const qrCode = (
  content: string,
  screen: { readonly columns: number; readonly rows: number }
): string | undefined => {
  const code = generate(content)
  const width = code.size + 2 * border
  const height = Math.ceil(width / 2)
  if (width >= screen.columns || height + linesAround > screen.rows) return undefined
  const isLight = (x: number, y: number): boolean => y < width && !code.get(x - border, y - border)
  const line = (row: number): string =>
    Array.from(
      { length: width },
      (_, x) => halves[Number(isLight(x, 2 * row)) + 2 * Number(isLight(x, 2 * row + 1))]
    ).join("")
  return Array.from({ length: height }, (_, row) => line(row)).join("\n")
}

/** Neither half of a character light, the upper one, the lower one, both. */
const halves = [" ", "▀", "▄", "█"]

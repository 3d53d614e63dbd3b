import { generate } from "lean-qr"

/** Lines of text around a QR code that must remain visible with it. */
const linesAround = 5

/** Light modules around the code, which scanners need to find its corners. */
const border = 1

/**
 * Returns a QR code as text, with two rows of modules in each line, or `undefined` if the screen is too small for it
 * and the text around it. Draws the light modules, as for a dark terminal.
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

/** Characters with no light half, a light upper half, a light lower half, and two light halves. */
const halves = [" ", "▀", "▄", "█"]

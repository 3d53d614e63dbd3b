import { generate } from "lean-qr"
import { expect, it } from "vitest"
import { qrCode } from "./qr-code.ts"

const address = "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M"

it("draws every module of the code, with a light border", () => {
  const lines = qrCode(address, { columns: 80, rows: 24 })?.split("\n") ?? []
  const code = generate(address)
  const isDark = (x: number, y: number): boolean => {
    const character = lines[Math.floor(y / 2)]?.[x] ?? ""
    return y % 2 === 0 ? " ▄".includes(character) : " ▀".includes(character)
  }
  const drawn = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => isDark(x + 1, y + 1))
  )
  const expected = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => code.get(x, y))
  )
  expect(drawn).toEqual(expected)
  expect(lines[0]).toMatch(/^[█▀]+$/)
})

it("is left out where the screen has no room for it and the text around it", () => {
  expect(qrCode(address, { columns: 30, rows: 60 })).toBeUndefined()
  expect(qrCode(address, { columns: 80, rows: 20 })).toBeUndefined()
})

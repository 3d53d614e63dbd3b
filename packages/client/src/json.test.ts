import { expect, it } from "vitest"
import { withoutNull } from "./json.ts"

it("leaves out null wherever it stands, and keeps every other value", () => {
  const value = { a: null, b: { c: null, d: [null, 1, { e: null }], f: "" }, g: false, h: 0 }
  expect(withoutNull(value)).toStrictEqual({ b: { d: [1, {}], f: "" }, g: false, h: 0 })
})

it("leaves out what JSON cannot say", () => {
  expect(withoutNull({ a: undefined, b: Number.NaN, c: Number.POSITIVE_INFINITY, d: 1.5 })).toStrictEqual({ d: 1.5 })
})

it("leaves its argument as it is", () => {
  const value = { a: null, b: [null] }
  withoutNull(value)
  expect(value).toStrictEqual({ a: null, b: [null] })
})

import { expect, test } from "vitest"
import { literal } from "./literal.ts"

test("a value that fits stays on one line", () => {
  expect(literal({ code: "a", status: [403, 429], none: null, empty: {}, list: [] })).toBe(
    `{ code: "a", status: [403, 429], none: null, empty: {}, list: [] }`
  )
})

test("a value that does not fit is broken, the outer levels first", () => {
  const long = "x".repeat(100)
  expect(literal({ short: { a: 1 }, list: [long, long] })).toBe(
    [`{`, `  short: { a: 1 },`, `  list: [`, `    "${long}",`, `    "${long}"`, `  ]`, `}`].join("\n")
  )
})

test("the text of a property counts the name in front of it", () => {
  const value = { name: "x".repeat(110) }
  expect(literal({ first: value })).toBe(`{\n  first: {\n    name: "${"x".repeat(110)}"\n  }\n}`)
})

test("names that are no identifiers are quoted, statuses are not", () => {
  expect(literal({ "text/html": 1, 429: 2, "01": 3 })).toBe(`{ 429: 2, "text/html": 1, "01": 3 }`)
})

test("text survives: quotes, line ends, markup", () => {
  const text = "<h1 class='a'>\"429\"\r\n`${x}`\u2028</h1>"
  // The printed text is what a module will read, so it is evaluated to compare.
  expect(Function(`return ${literal(text)}`)()).toBe(text)
})

test("__proto__ stays a property", () => {
  expect(literal(JSON.parse(`{ "__proto__": 1 }`))).toBe(`{ ["__proto__"]: 1 }`)
})

import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import * as client from "../src/index.ts"
import * as dcr from "../src/dcr/index.ts"
import * as restV2 from "../src/rest-v2/index.ts"

const source = new URL("../src/", import.meta.url)

/** An expression of an example, and what its `// =>` comment says it gives. */
interface Claim {
  readonly file: string
  readonly expression: string
  readonly value: string
}

const claimsOf = (file: string): ReadonlyArray<Claim> => {
  const examples = readFileSync(new URL(file, source), "utf8").matchAll(
    /@example\n \* ```ts\n((?: \*.*\n)+?) \* ```\n/g
  )
  return [...examples].flatMap(([, lines = ""]) => {
    const parts = lines.replace(/^ \* ?/gm, "").split(/\/\/ => (.*)\n/)
    return parts.flatMap((value, index) => {
      const expression = parts[index - 1]?.trim()
      return index % 2 === 1 && expression !== undefined ? [{ file, expression, value }] : []
    })
  })
}

const evaluate = (expression: string): unknown => {
  const scope = { ...client, ...dcr, ...restV2 }
  // Examples come from this repository; what they name are exports of the package.
  return new Function(...Object.keys(scope), `return (${expression})`)(...Object.values(scope))
}

describe("an example in a docstring", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.includes(".test")
  )
  const claims = files.flatMap(claimsOf)

  it("exists for each builder and for what computes a value", () => {
    expect(claims.length).toBeGreaterThan(12)
  })

  it.each(claims)("of $file gives what it says: $expression", ({ expression, value }) => {
    expect(evaluate(expression)).toEqual(evaluate(value))
  })
})

import * as effect from "effect"
import * as persistence from "effect/persistence"
import { transformSync } from "esbuild"
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import * as file from "../src/file/index.ts"
import * as auth from "../src/index.ts"
import * as keyValueStore from "../src/key-value-store/index.ts"
import * as promise from "../src/promise/index.ts"
import * as storeConformance from "../src/store-conformance/index.ts"

/** Everything that an example may name; its imports are for its readers. */
const scope = { ...effect, ...persistence, ...auth, ...promise, ...file, ...keyValueStore, ...storeConformance }

const source = new URL("../src/", import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.includes(".test")
)

/** The examples of a file that say what comes of them. */
const examplesOf = (name: string) =>
  [...readFileSync(new URL(name, source), "utf8").matchAll(/@example\n((?: \*.*\n)+?) \*\//g)]
    .map(([, lines = ""]) => lines.replace(/^ \* ?/gm, "").replace(/^```.*\n/gm, ""))
    .filter((code) => code.includes("// =>"))
    .map((code) => ({ name, code }))

const examples = files.flatMap(examplesOf)

/** Runs an example and gives its claims: the value of each line, and what the comment behind or below it says. */
const claimsOf = async (code: string): Promise<ReadonlyArray<readonly [unknown, unknown]>> => {
  const claims: Array<readonly [unknown, unknown]> = []
  const claim = async (actual: unknown, expected: unknown) => claims.push([await actual, expected])
  const body = code
    .replace(/^import .*\n/gm, "")
    .replace(/^(\S.*?)\s*\/\/ => (.*)$/gm, (_, expression, value) => `await claim((${expression}), (${value}))`)
  const { code: program } = transformSync(`const run = async () => {${body}}`, { loader: "ts" })
  const names = [...Object.keys(scope), "claim"]
  // Examples are text of this repository; what they name are exports of the package and of Effect.
  await new Function(...names, `${program}; return run()`)(...Object.values(scope), claim)
  return claims
}

describe("an example in a docstring", () => {
  it("exists for what computes a value", () => {
    expect(examples.length).toBeGreaterThanOrEqual(8)
  })

  it.each(examples)("of $name gives what it says", async ({ code }) => {
    const claims = await claimsOf(code)
    expect(claims).toHaveLength(code.split("// =>").length - 1)
    for (const [actual, expected] of claims) expect(actual).toEqual(expected)
  })
})

import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const root = new URL("../", import.meta.url)

const filesBelow = (folder: string, ending: RegExp): ReadonlyArray<string> =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), "utf8"))

/** The numbers of the rules in decisions/auth-rules.md. */
const rules = [...readFileSync(new URL("../../decisions/auth-rules.md", root), "utf8").matchAll(/^(\d+)\. /gm)].map(
  ([, number]) => Number(number)
)

describe("the rules of the auth layer", () => {
  it("are the 26 of the decisions page", () => {
    expect(rules).toStrictEqual(Array.from({ length: 26 }, (_, index) => index + 1))
  })

  it("each have a test that names them", () => {
    const tests = [...filesBelow("src", /\.test\.ts$/), ...filesBelow("test", /\.test\.ts$/)]
    const names = tests.flatMap((text) =>
      [...text.matchAll(/\b(?:describe|it)[.\w]*\(\s*(["'`])(.*?)\1/g)].map(([, , name]) => name ?? "")
    )
    const named = new Set(
      names.flatMap((name) => [...name.matchAll(/\brule (\d+)/g)].map(([, number]) => Number(number)))
    )
    expect(rules.filter((rule) => !named.has(rule))).toStrictEqual([])
  })

  it("rule 23: time comes from Effect's Clock, and from the platform in one file only", () => {
    const sources = filesBelow("src", /^(?!runtime[/\\]clock\.ts$).*(?<!\.test)\.ts$/)
    const offences = sources.flatMap((text) => [
      ...text.matchAll(/\b(?:Date\.now|new Date\(\)|performance\.now|setTimeout|setInterval|hrtime)\b/g)
    ])
    expect(sources.length).toBeGreaterThan(0)
    expect(offences.map(([offence]) => offence)).toStrictEqual([])
  })
})

import { AuthError } from "@tve-pass/auth"
import { accessTokenErrorCodeValues, registrationErrorCodeValues } from "@tve-pass/client/dcr"
import { enhancedErrorActionValues } from "@tve-pass/client/rest-v2"
import type { Failure } from "@tve-pass/client"
import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { reasonSamples } from "../../../packages/auth/test/errors/reason-samples.ts"
import { repository } from "../src/repository.ts"

const page = readFileSync(join(repository, "docs/errors.md"), "utf8")

/** Rows of the table below a heading, by their first cell. */
const rowsBelow = (heading: string): ReadonlyMap<string, string> => {
  const section = page.slice(page.indexOf(`\n${heading}\n`)).split(/\n#+ /)[1] ?? ""
  const [, ...rows] = section.split("\n").filter((line) => line.startsWith("| `"))
  return new Map(rows.map((row) => [/^\| `([^`]+)`/.exec(row)?.[1] ?? "", row]))
}

const samples = Object.values(reasonSamples(undefined)).map((reason) => new AuthError({ reason }))

describe("the reasons of docs/errors.md", () => {
  const rows = rowsBelow("### Each reason")

  it("are those that there are", () => {
    expect([...rows.keys()].sort()).toEqual(samples.map(({ reason }) => reason._tag).sort())
  })

  it.each(samples.map((error) => ({ error, tag: error.reason._tag })))(
    "say whether to retry $tag",
    ({ error, tag }) => {
      expect(rows.get(tag)?.split("|")[3]).toContain(`\`${error.retry._tag}\``)
    }
  )
})

describe("the actions of docs/errors.md", () => {
  const rows = rowsBelow("### Each action")

  it("are those of the spec", () => {
    expect([...rows.keys()].sort()).toEqual([...enhancedErrorActionValues].sort())
  })

  it("are no more than the catalogue has, but for the one that the page says is not sent", () => {
    const sent = new Set<string>(Object.values(enhancedErrors).map(({ action }) => action))
    expect([...rows.keys()].filter((action) => !sent.has(action))).toEqual(["authorization"])
  })

  it("are counted with their codes", () => {
    expect(page).toContain(`the ${Object.keys(enhancedErrors).length} known codes`)
  })

  it("name only codes that exist", () => {
    const named = [...rows.values()].join("").match(/`\w+_\w+`/g) ?? []
    const codes = new Set(Object.keys(enhancedErrors).map((code) => `\`${code}\``))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((code) => !codes.has(code))).toEqual([])
  })
})

describe("the DCR codes of docs/errors.md", () => {
  const section = page.slice(page.indexOf("### What the DCR codes turn into"), page.indexOf("## A failure"))
  const rowsOf = (call: string) => section.split("\n").filter((line) => line.startsWith(`| \`${call}\` |`))

  it.each([
    ["register", registrationErrorCodeValues],
    ["token", accessTokenErrorCodeValues]
  ] as const)("of %s are those of the spec", (call, codes) => {
    const named = rowsOf(call).flatMap((row) => row.split("|")[2]?.match(/\w+_\w+/g) ?? [])
    expect(named.sort()).toEqual([...codes].sort())
  })
})

/** A new kind of failure does not compile until it is listed here. */
const failures: { readonly [Tag in Failure["_tag"]]: true } = {
  DcrError: true,
  EnhancedError: true,
  HttpError: true,
  Throttled: true
}

it("has each kind of failure", () => {
  expect([...rowsBelow("## A failure").keys()].sort()).toEqual(Object.keys(failures))
})

import { AuthError } from "@tve-pass/auth"
import { accessTokenErrorCodeValues, registrationErrorCodeValues } from "@tve-pass/client/dcr"
import { enhancedErrorActionValues } from "@tve-pass/client/rest-v2"
import type { Failure } from "@tve-pass/client"
import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import { viewerMessage, type ViewerMessageKind } from "@tve-pass/entitlement/promise"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { reasonSamples } from "../../../packages/auth/test/errors/reason-samples.ts"
import { codeReactions, reactionToEnhancedError } from "../../../packages/entitlement/src/viewer-message/reactions.ts"
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

describe("what docs/errors.md tells the viewer", () => {
  const reasons = rowsBelow("### Each reason")
  const refused = samples.flatMap(({ reason }) =>
    reason._tag === "RegistrationFailed" || reason._tag === "TokenFailed"
      ? [400, 503].map(
          (status) =>
            new AuthError({ reason: { ...reason, status, serverCode: status < 500 ? "invalid_request" : undefined } })
        )
      : []
  )
  const toldAbout = (tag: string) =>
    [...samples, ...refused].filter(({ reason }) => reason._tag === tag).map((error) => viewerMessage(error))

  it.each([...reasons.keys()])("about the reason %s", (tag) => {
    const cell = reasons.get(tag)?.split("|")[4] ?? ""
    const messages = toldAbout(tag)
    expect(kindsIn(cell)).toEqual([...new Set(messages.map(({ kind }) => kind))].sort())
    expect(cell.includes("alert")).toBe(messages.some(({ alert }) => alert))
  })

  const actions = rowsBelow("### Each action")

  it.each([...actions.keys()])("about the action %s", (action) => {
    const cell = actions.get(action)?.split("|")[3] ?? ""
    const codes = action === "none" ? ["unknown", "unknown_denied"] : ["unknown"]
    const reactions = codes.map((code) => reactionToEnhancedError({ code, action }))
    expect(kindsIn(cell)).toEqual(reactions.map(({ kind }) => kind).sort())
    expect(cell.includes("alert")).toBe(reactions.some(({ alert }) => alert))
  })

  it("about each code with a specific reaction", () => {
    const rows = [...rowsBelow("### Codes with a specific reaction").values()]
    const told = rows.flatMap((row) => {
      const [, codes = "", cell = ""] = row.split("|")
      const [kind] = kindsIn(cell)
      return (codes.match(/\w+_\w+/g) ?? []).map((code) => [code, { kind, alert: cell.includes("alert") }] as const)
    })
    expect(Object.fromEntries(told)).toEqual(codeReactions)
  })

  it("is a sentence for each kind", () => {
    const kinds: ReadonlyArray<string> = [...rowsBelow("## What to tell the viewer").keys()]
    const used = [
      ...samples.map((error) => viewerMessage(error).kind),
      ...Object.values(codeReactions).map((it) => it?.kind)
    ]
    expect(used.filter((kind) => !kinds.includes(String(kind)))).toEqual([])
    expect([...kinds].sort()).toEqual([...listedKinds].sort())
  })
})

/** A new kind does not compile until it is listed here. */
const listedKinds = Object.keys({
  "choose-provider": true,
  "check-network": true,
  denied: true,
  "new-code": true,
  nothing: true,
  "out-of-service": true,
  "pass-used-up": true,
  "sign-in": true,
  storage: true,
  "try-later": true,
  "update-app": true
} satisfies { readonly [Kind in ViewerMessageKind]: true })

const kindsIn = (cell: string): ReadonlyArray<string> =>
  [...new Set([...cell.matchAll(/`([a-z-]+)`/g)].map(([, kind = ""]) => kind))]
    .filter((kind) => listedKinds.includes(kind))
    .sort()

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
    const own = rowsBelow("### Codes with a specific reaction")
    const named = [...rows.values(), ...own.values()].join("").match(/`\w+_\w+`/g) ?? []
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

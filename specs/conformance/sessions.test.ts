import { describe, expect, inject, it } from "vitest"
import { protocolPage, table } from "./protocol-page.ts"
import { examplesOf } from "./specification.ts"

const restV2 = inject("restV2")

interface Session {
  readonly actionName: string
  readonly actionType: string
  readonly reasonType: string
  readonly url: string
  readonly code?: string
  readonly notBefore?: unknown
  readonly notAfter?: unknown
  readonly missingParameters?: ReadonlyArray<string>
  readonly mvpd?: string
  readonly serviceProvider: string
}

/** "Which attributes occur together", one entry for each combination of action and reason. */
const rows = table(protocolPage("rest-api-v2").section("6. Session response"), "Case").flatMap(
  ([, actions = "", url = "", code = "", missingParameters = "", mvpd = ""]) => {
    const [actionName = "", actionType = "", reasons = ""] = actions.replace(/ \(.*\)$/, "").split(" / ")
    return reasons.split(" or ").map((reasonType) => ({
      action: `${actionName} / ${actionType} / ${reasonType}`,
      url: url.replace("as above", "/api/v2/{sp}/decisions/authorize/{mvpd}"),
      code: code === "yes",
      missingParameters: missingParameters === "yes",
      mvpd
    }))
  }
)

const sessions = [
  "createAuthenticationSession",
  "resumeAuthenticationSession",
  "retrievePartnerAuthenticationRequest"
].flatMap((operationId) =>
  Object.entries(examplesOf(restV2, operationId, "200")).map(([name, value]) => ({
    name: `${operationId} ${name}`,
    session: value as Session
  }))
)

const actionOf = ({ actionName, actionType, reasonType }: Session): string =>
  `${actionName} / ${actionType} / ${reasonType}`

describe("session examples", () => {
  it("show each row of the table at least once", () => {
    const shown = new Set(sessions.map(({ session }) => actionOf(session)))
    expect(rows).toHaveLength(11)
    expect(rows.filter(({ action }) => !shown.has(action))).toEqual([])
  })

  it.each(sessions)("$name has the attributes of its row", ({ session }) => {
    const row = rows.find(({ action }) => action === actionOf(session))
    const url = row?.url
      .replace("{sp}", session.serviceProvider)
      .replace("{code}", session.code ?? "")
      .replace("{mvpd}", session.mvpd ?? "")
      .replace("{partner}", "Apple")
    expect(session.url).toBe(url)
    expect([session.code, session.notBefore, session.notAfter].map((value) => value !== undefined)).toEqual(
      Array(3).fill(row?.code)
    )
    expect(session.missingParameters !== undefined).toBe(row?.missingParameters)
    expect(session.mvpd === undefined && row?.mvpd === "yes").toBe(false)
  })
})

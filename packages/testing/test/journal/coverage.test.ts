import type { OpenApiDocument } from "@tve-pass/codegen/spec/openapi"
import { operationsOf } from "@tve-pass/codegen/spec/operation"
import { operations } from "../../src/simulator/protocol/operations.ts"
import { describe, expect, inject, it } from "vitest"
import { enumMembers, responseEnums } from "../../src/simulator/journal/enum-members.ts"
import { startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

describe("the coverage", () => {
  it("counts responses by operation and status, and names the documented ones that are missing", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    await application.profiles()
    await application.profiles({ Authorization: "" })
    const { retrieveProfiles, initiateLogout } = simulator.journal.coverage().operations
    expect(retrieveProfiles).toEqual({
      responses: { 200: 1, 401: 1 },
      statuses: { seen: [200, 401], missing: [400, 405, 429, 500] }
    })
    expect(initiateLogout.statuses.seen).toEqual([])
  })

  it("collects the enum values that responses held, in objects and in lists", async () => {
    const simulator = createCheckedSimulator()
    const application = await startApplication(simulator)
    await application.createSession({})
    const { enumValues } = simulator.journal.coverage()
    expect(enumValues.SessionActionName.seen).toEqual(["resume"])
    expect(enumValues.SessionActionName.missing).toEqual(["authenticate", "retry", "authorize", "partner_profile"])
    expect(enumValues.MissingParameter.seen).toEqual(["mvpd", "domainName", "redirectUrl"])
    expect(enumValues.Scope).toEqual({ seen: ["api:client:v2"], missing: [] })
  })

  it("leaves out the responses of faults", async () => {
    const simulator = createCheckedSimulator()
    simulator.faults.next("retrieveProfiles", { enhancedError: "internal_server_error" })
    await simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`)
    const { operations, enumValues } = simulator.journal.coverage()
    expect([operations.retrieveProfiles.responses, enumValues.EnhancedErrorCode.seen]).toEqual([{}, []])
  })
})

describe("the enum members", () => {
  it("are those of the specs of DCR and REST API V2", () => {
    const documents: ReadonlyArray<OpenApiDocument> = inject("specs")
    const specified = Object.fromEntries(
      documents.flatMap((document) =>
        operationsOf(document)
          .filter(({ id }) => Object.hasOwn(operations, id))
          .map(({ id, responses }) => [
            id,
            membersOf(
              document,
              responses.map(([, one]) => one.content)
            )
          ])
      )
    )
    expect(enumMembers).toEqual(specified)
  })
})

/** Members below a schema whose value, or whose items, are an enum that {@link responseEnums} names. */
const membersOf = (document: OpenApiDocument, root: unknown): Record<string, string> => {
  const members: Record<string, string> = {}
  const visited = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return
    for (const [name, property] of Object.entries("properties" in node ? (node.properties ?? {}) : {})) {
      const reference = /"\$ref":"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(property))?.[1] ?? ""
      if (reference in responseEnums) members[name] = reference
    }
    if ("$ref" in node && typeof node.$ref === "string" && !visited.has(node.$ref)) {
      visited.add(node.$ref)
      visit(document.components?.schemas?.[node.$ref.split("/").at(-1) ?? ""])
    }
    for (const [name, child] of Object.entries(node)) if (name !== "examples") visit(child)
  }
  visit(root)
  return members
}

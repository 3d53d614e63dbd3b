import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { makePreauthorize } from "../../src/decisions/preauthorize.ts"
import type { CatalogueDecision } from "../../src/decisions/catalogue-decision.ts"
import { signedInViewer, viewerUnderTest } from "../support/signed-in-viewer.ts"

const operation = "retrievePreauthorizationDecisions"
const resourcesOf = (count: number) => Array.from({ length: count }, (_, index) => `resource-${index + 1}`)
const kindsOf = (decisions: ReadonlyArray<CatalogueDecision>) => decisions.map(({ kind }) => kind)

const catalogue = async (...options: Parameters<typeof signedInViewer>) => {
  const under = await signedInViewer(...options)
  const preauthorize = makePreauthorize(under.context)
  const parts: Array<ReadonlyArray<string>> = []
  const ask = (resources: ReadonlyArray<string>) =>
    under.run(preauthorize(resources, (part) => parts.push(part.map(({ resource }) => resource))))
  return { ...under, preauthorize, ask, parts }
}

/** The resources of each call. */
const chunksOf = ({ simulator }: Pick<Awaited<ReturnType<typeof catalogue>>, "simulator">) =>
  simulator.journal.calls(operation).map(({ body }) => (body as { resources: ReadonlyArray<string> }).resources)

describe("catalogue decisions", () => {
  it.each([0, 1, 5, 6, 13])("of %i resources take one call for five of them", async (count) => {
    const under = await catalogue()
    const resources = resourcesOf(count)
    const decisions = await under.ask(resources)
    expect(decisions.map(({ resource }) => resource)).toEqual(resources)
    expect(new Set(kindsOf(decisions))).toEqual(new Set(count === 0 ? [] : ["permit"]))
    expect(under.count(operation)).toBe(Math.ceil(count / 5))
    under.simulator.journal.expectNoViolations()
  })

  it("arrive in request order, chunk by chunk", async () => {
    const under = await catalogue({ preauthorizeLimit: 3 }, { preauthorizeLimit: 3 })
    await under.ask(resourcesOf(7))
    expect(under.parts).toEqual([
      ["resource-1", "resource-2", "resource-3"],
      ["resource-4", "resource-5", "resource-6"],
      ["resource-7"]
    ])
  })

  it("are asked for once, however often a resource is requested", async () => {
    const under = await catalogue()
    const decisions = await under.ask(["news", "sports", "news", "news"])
    expect(decisions.map(({ resource }) => resource)).toEqual(["news", "sports", "news", "news"])
    expect(chunksOf(under)).toEqual([["news", "sports"]])
  })

  it("keep permits in memory and ask again for denials", async () => {
    const under = await catalogue()
    under.simulator.mvpd.rule("Cablevision", { resource: "premium", decision: "deny", details: "Not in your package." })
    expect(await under.ask(["news", "premium"])).toMatchObject([
      { kind: "permit", resource: "news", source: "mvpd" },
      { kind: "deny", resource: "premium", why: "mvpd", text: "Not in your package." }
    ])
    await under.ask(["news", "premium"])
    expect(chunksOf(under)).toEqual([["news", "premium"], ["premium"]])
  })

  it("forget permits with a sign-out or other credentials", async () => {
    const under = await catalogue()
    await under.ask(["news"])
    await under.run(under.context.forgetAccess)
    await under.ask(["news"])
    expect(under.count(operation)).toBe(2)
  })

  it("forget permits with another profile", async () => {
    const under = await catalogue()
    await under.ask(["news"])
    await under.run(under.context.keepAccess(under.access))
    await under.ask(["news"])
    expect(under.count(operation)).toBe(2)
  })

  it("drop a permit that was on its way when the access changed", async () => {
    const under = await catalogue()
    under.simulator.faults.next(operation, { status: 200, json: permits("news"), delay: 1_000 })
    const asked = under.start(under.preauthorize(["news"]))
    await under.clock.settle()
    await under.run(under.context.keepAccess(under.access))
    await under.clock.finish(asked)
    await under.ask(["news"])
    expect(under.count(operation)).toBe(2)
  })

  it("ask again only for what says `retry`, after 1, 2 and 4 seconds", async () => {
    const under = await catalogue()
    under.simulator.mvpd.rule("Cablevision", { resource: "slow", decision: "network_connection_timeout" })
    under.simulator.mvpd.rule("Cablevision", { resource: "premium", decision: "deny" })
    const before = under.clock.elapsed
    expect(await under.ask(["news", "slow", "premium"])).toMatchObject([
      { kind: "permit" },
      { kind: "undecided", resource: "slow", failure: { code: "network_connection_timeout" } },
      { kind: "deny" }
    ])
    expect(chunksOf(under)).toEqual([["news", "slow", "premium"], ["slow"], ["slow"], ["slow"]])
    expect(under.clock.elapsed - before).toBe(7_000)
    under.simulator.journal.expectNoViolations()
  })

  it("are decided by a repetition that helps", async () => {
    const under = await catalogue()
    under.simulator.faults.next(operation, { enhancedError: "maximum_execution_time_exceeded" })
    expect(kindsOf(await under.ask(["news", "sports"]))).toEqual(["permit", "permit"])
    expect(chunksOf(under)).toEqual([
      ["news", "sports"],
      ["news", "sports"]
    ])
  })

  it("do not make each chunk wait for a partner that is down", async () => {
    const under = await catalogue()
    under.simulator.faults.rate(operation, 1, { enhancedError: "network_received_error" })
    expect(new Set(kindsOf(await under.ask(resourcesOf(15))))).toEqual(new Set(["undecided"]))
    expect(under.count(operation)).toBe(4 + 1 + 1)
  })

  it.each(["item", "topLevel"] as const)("halve chunks that are too large, and remember it (%s)", async (level) => {
    const readings = level === "topLevel" ? { readings: { decisionErrors: level } } : {}
    const under = await catalogue({}, { preauthorizeLimit: 2, ...readings })
    expect(new Set(kindsOf(await under.ask(resourcesOf(5))))).toEqual(new Set(["permit"]))
    expect(chunksOf(under).map(({ length }) => length)).toEqual([5, 2, 2, 1])
    await under.ask(["other-1", "other-2", "other-3"])
    expect(chunksOf(under).map(({ length }) => length)).toEqual([5, 2, 2, 1, 2, 1])
  })

  it("end where even one resource is too many", async () => {
    const under = await catalogue()
    under.simulator.faults.rate(operation, 1, { enhancedError: "too_many_resources" })
    expect(await under.ask(["news", "sports"])).toMatchObject([
      { kind: "undecided", failure: { code: "too_many_resources" } },
      { kind: "undecided", failure: { code: "too_many_resources" } }
    ])
    expect(under.count(operation)).toBe(2)
  })

  it.each([
    ["an empty body", { status: 200 }],
    ["an empty list", { status: 200, json: { decisions: [] } }],
    ["no list", { status: 200, json: {} }],
    ["another resource", { status: 200, json: permits("other") }],
    ["HTML", { status: 200, html: "<p>Log in to this hotel</p>" }]
  ])("are undecided after %s, never permitted (C-CH-1)", async (_name, fault) => {
    const under = await catalogue()
    under.simulator.faults.next(operation, fault)
    expect(kindsOf(await under.ask(["news", "sports"]))).toEqual(["undecided", "undecided"])
    expect(kindsOf(await under.ask(["news"]))).toEqual(["permit"])
  })

  it("are undecided for what a short response leaves out", async () => {
    const under = await catalogue()
    under.simulator.faults.next(operation, { status: 200, json: permits("sports") })
    expect(kindsOf(await under.ask(["news", "sports"]))).toEqual(["undecided", "permit"])
  })

  it.each([
    ["expireProfiles", "expired"],
    ["invalidateProfiles", "invalidated"]
  ] as const)("stop at the first chunk when the profile is gone (%s), and sign no viewer out", async (verb, why) => {
    const under = await catalogue()
    under.simulator[verb]()
    const decisions = await under.ask(resourcesOf(12))
    expect(new Set(kindsOf(decisions))).toEqual(new Set(["undecided"]))
    expect(decisions[11]).toMatchObject({ failure: { code: expect.stringContaining("authenticated_profile") } })
    expect(under.count(operation)).toBe(1)
    expect(under.count("initiateLogout")).toBe(0)
    expect(under.context.state.getSnapshot()).toMatchObject({ name: "signed-out", why })
  })

  it("are undecided without a call if no viewer is signed in", async () => {
    const under = await viewerUnderTest()
    const preauthorize = makePreauthorize(under.context)
    expect(kindsOf(await under.run(preauthorize(["news"])))).toEqual(["undecided"])
    expect(under.count(operation)).toBe(0)
  })

  it("keep what a decision says beside the decision, out of sight of logs (C-CH-2)", async () => {
    const under = await catalogue()
    const { decisions } = permits("news")
    const json = { decisions: decisions.map((decision) => ({ ...decision, metadata: { packageType: "CANARY" } })) }
    under.simulator.faults.next(operation, { status: 200, json })
    const [decision] = await under.ask(["news"])
    expect(decision?.kind === "permit" && decision.other).toEqual({ metadata: { packageType: "CANARY" } })
    expect(JSON.stringify(decision) + inspect(decision) + inspect(structuredClone(decision))).not.toContain("CANARY")
  })

  it("deny with the words of an error that has no code", async () => {
    const under = await catalogue()
    const { decisions } = permits("news")
    const error = { status: 403, message: "0033: not in your package" }
    const json = { decisions: decisions.map((decision) => ({ ...decision, authorized: false, error })) }
    under.simulator.faults.next(operation, { status: 200, json })
    expect(await under.ask(["news"])).toEqual([
      { kind: "deny", resource: "news", source: "mvpd", why: "other", text: "0033: not in your package" }
    ])
  })

  it("fail without a response, after what has arrived", async () => {
    const under = await catalogue()
    under.simulator.faults.nth(operation, 2, { reset: true })
    await expect(under.ask(resourcesOf(6))).rejects.toMatchObject({ code: "network" })
    expect(under.parts).toEqual([resourcesOf(5)])
    // What has arrived is not asked for again.
    expect(kindsOf(await under.ask(resourcesOf(6)))).toEqual(Array.from({ length: 6 }, () => "permit"))
    expect(under.count(operation)).toBe(3)
  })

  it("send nothing more once they are interrupted", async () => {
    const under = await catalogue()
    under.simulator.mvpd.rule("Cablevision", { resource: "slow", decision: "network_connection_timeout" })
    const controller = new AbortController()
    const asked = under.start(under.preauthorize(["slow", ...resourcesOf(9)]), controller.signal)
    await under.clock.settle()
    controller.abort()
    await expect(asked).rejects.toThrow(/interrupted/)
    await under.clock.drain()
    expect(under.count(operation)).toBe(1)
  })
})

function permits(...resources: ReadonlyArray<string>) {
  return {
    decisions: resources.map((resource) => ({
      resource,
      serviceProvider: "REF30",
      mvpd: "Cablevision",
      source: "mvpd",
      authorized: true
    }))
  }
}

import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { contextUnderTest } from "./support/entitlement-under-test.ts"

const configuration = ({ context }: ReturnType<typeof contextUnderTest>) =>
  context.call("retrieveConfiguration", (init) =>
    context.restV2.GET("/api/v2/{serviceProvider}/configuration", {
      params: { path: { serviceProvider: context.options.serviceProvider } },
      ...init
    })
  )

describe("a call", () => {
  it("resolves to the data of the documented success", async () => {
    const under = contextUnderTest()
    expect((await Effect.runPromise(configuration(under))).requestor.id).toBe("REF30")
  })

  it("fails with the refusal of the server, and publishes what an operator has to mend", async () => {
    const under = contextUnderTest()
    const problems: Array<string> = []
    under.context.events.subscribe((event) => problems.push(event.type))
    under.simulator.faults.next("retrieveConfiguration", { enhancedError: "invalid_configuration_platform" })
    const error = await Effect.runPromise(Effect.flip(configuration(under)))
    expect(error).toMatchObject({
      _tag: "EntitlementError",
      code: "invalid_configuration_platform",
      reason: { _tag: "Refused", operation: "retrieveConfiguration" }
    })
    expect(problems).toEqual(["configuration-problem"])
  })

  it("fails with `Network` when no response arrives", async () => {
    const under = contextUnderTest()
    under.simulator.faults.next("retrieveConfiguration", { reset: true })
    expect(await Effect.runPromise(Effect.flip(configuration(under)))).toMatchObject({
      code: "network",
      reason: { _tag: "Network" }
    })
  })
})

import { inspect } from "node:util"
import { memoryStore } from "@tve-pass/auth/promise"
import { describe, expect, it } from "vitest"
import { readProfile } from "../../src/access/read-profile.ts"
import { cablevision, entitlementOver, network, spectrum } from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

const canary = "CANARY-of-the-viewer"
const viewer = { id: "lily", attributes: { zip: { value: [canary] }, favourite: { value: canary } } }

/** Everything that shows a value: what loggers, developer tools and messages between windows do. */
const shown = (value: unknown): string =>
  [
    JSON.stringify(value),
    inspect(value, { depth: Infinity, showHidden: true }),
    JSON.stringify(structuredClone(value)),
    inspect(structuredClone(value), { depth: Infinity, showHidden: true }),
    String(value)
  ].join("\n")

describe("profiles (rule 35, hidden profiles)", () => {
  it("are in no state and no result", async () => {
    const over = network({ mvpds: [cablevision, spectrum].map(({ id }) => ({ id, viewers: [viewer] })) })
    const { clock, simulator } = over
    const seen: Array<unknown> = []
    const open = (options: Parameters<typeof entitlementOver>[1]) => {
      const { entitlement } = entitlementOver(over, options)
      entitlement.state.subscribe(() => seen.push(entitlement.state.getSnapshot()))
      return entitlement
    }
    const entitlement = open({ storage: memoryStore() })
    for (const mvpd of [cablevision, spectrum]) {
      const signIn = entitlement.signInWithCode({ mvpd })
      await clock.settle()
      simulator.mvpd.signIn(shownBy(signIn).code)
      seen.push(await clock.finish(signIn.result), signIn.getSnapshot())
      await clock.advance(60_000)
    }
    const another = open({ profileChoice: "ask" })
    const found = await clock.finish(another.start())
    if (found.kind !== "several-profiles") throw new Error(`It found no choices: ${found.kind}`)
    const access = found.choose("Cablevision")
    seen.push(found.choices, access, await clock.finish(another.refreshProfile()))
    for (const value of seen) expect(shown(value)).not.toContain(canary)
    expect(readProfile(access)).toMatchObject({
      mvpd: "Cablevision",
      attributes: { zip: { encrypted: false, value: [canary] } }
    })
  })
})

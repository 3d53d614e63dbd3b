import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { redeemPlayback } from "../../src/decisions/redeem-playback.ts"
import { playbackOf, player } from "../support/player.ts"

const operation = "retrieveAuthorizationDecisions"

describe("a media token", () => {
  const canary = "Q0FOQVJZLW1lZGlhLXRva2Vu"
  const withCanary = async () => {
    const under = await player()
    under.simulator.faults.next(operation, {
      status: 200,
      json: {
        decisions: [
          {
            resource: "REF30",
            serviceProvider: "REF30",
            mvpd: "Cablevision",
            source: "mvpd",
            authorized: true,
            token: { notBefore: 1, notAfter: 600_001, serializedToken: canary }
          }
        ]
      }
    })
    return { under, decision: await under.ask() }
  }

  it("is in nothing that prints, serialises, copies or walks the decision", async () => {
    const { decision } = await withCanary()
    const playback = playbackOf(decision)
    const shown = [
      inspect(decision, { depth: 20, showHidden: true, getters: true }),
      JSON.stringify(decision),
      String(playback),
      JSON.stringify({ ...playback }),
      Reflect.ownKeys(playback)
        .map((key) => String(Reflect.get(playback, key)))
        .join()
    ]
    expect(shown.join("\n")).not.toContain(canary)
    expect(await playback.redeem(async (token) => token)).toBe(canary)
  })

  it("cannot be cloned, so that no worker and no database gets it", async () => {
    const { decision } = await withCanary()
    expect(() => structuredClone(decision)).toThrow(/could not be cloned/)
  })

  it("is not in the error of a playback that is spent", async () => {
    const { decision } = await withCanary()
    const playback = playbackOf(decision)
    await playback.redeem(async () => undefined)
    const error = await playback.redeem(async () => undefined).catch((thrown: unknown) => thrown)
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(canary)
  })

  it("is spent by a backend that fails: a second try needs another decision", async () => {
    const { decision } = await withCanary()
    const playback = playbackOf(decision)
    await expect(playback.redeem(() => Promise.reject(new Error("down")))).rejects.toThrow("down")
    await expect(playback.redeem(async () => undefined)).rejects.toMatchObject({ why: "redeemed" })
  })

  it("goes to an effect as a redacted value, once", async () => {
    const { under, decision } = await withCanary()
    const playback = playbackOf(decision)
    const shown = await under.run(
      redeemPlayback(playback, (token) => Effect.succeed([inspect(token), Redacted.value(token)] as const))
    )
    expect(shown).toEqual(["<redacted:media token>", canary])
    const spent = await under.run(Effect.flip(redeemPlayback(playback, () => Effect.void)))
    expect(spent).toMatchObject({ _tag: "PlaybackSpent", why: "redeemed" })
  })

  it("is in no event and no state", async () => {
    const under = await player()
    const seen: Array<unknown> = []
    under.context.events.subscribe((event) => seen.push(event))
    under.context.state.subscribe(() => seen.push(under.context.state.getSnapshot()))
    const token = await playbackOf(await under.ask()).redeem(async (serializedToken) => serializedToken)
    expect(inspect([seen, under.context.state.getSnapshot()], { depth: 20 })).not.toContain(token)
  })
})

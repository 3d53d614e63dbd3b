import { importCredentials, memoryStore } from "@tve-pass/auth/promise"
import { readProfiles } from "@tve-pass/client/rest-v2"
import { exampleSoftwareStatement, type SimulatorOptions } from "@tve-pass/testing/simulator"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { Access } from "../../src/access/access.ts"
import { accessOf } from "../../src/access/access-of.ts"
import { makeContext } from "../../src/context/make-context.ts"
import type { EntitlementOptions } from "../../src/options/entitlement-options.ts"
import { network } from "./entitlement-under-test.ts"

const credentials = { clientId: "kept-client", clientSecret: "kept-secret" }
export const deviceIdentifier = "living-room-television"

/** A simulator on a virtual clock, a connection that has client credentials, and a context over both. No viewer is signed in. */
export const viewerUnderTest = async (
  options: Partial<EntitlementOptions> = {},
  simulatorOptions: SimulatorOptions = {}
) => {
  const storage = memoryStore()
  const device = { identifier: deviceIdentifier }
  const origin = "https://sp.auth.adobe.com"
  await importCredentials({ origin, softwareStatement: exampleSoftwareStatement, device, storage }, credentials)
  const over = network({ clients: [credentials], seed: 1, ...simulatorOptions }, { storage })
  const { clock, simulator, pass, count } = over
  const services = Context.make(Clock.Clock, clock)
  const context = makeContext(
    { pass, serviceProvider: "REF30", domainName: "adobe.com", redirectUrl: "https://adobe.com/", ...options },
    { services }
  )
  return {
    clock,
    simulator,
    pass,
    context,
    services,
    /** Runs an effect to its end, moving the time on as it needs. */
    run: <Success, Failure>(effect: Effect.Effect<Success, Failure>): Promise<Success> =>
      clock.finish(Effect.runPromiseWith(services)(effect)),
    /** Starts an effect. */
    start: <Success, Failure>(effect: Effect.Effect<Success, Failure>, signal?: AbortSignal): Promise<Success> =>
      Effect.runPromiseWith(services)(effect, signal && { signal }),
    count
  }
}

/** {@link viewerUnderTest} with a viewer who signed in at an MVPD on an earlier visit. */
export const signedInViewer = async (
  options: Partial<EntitlementOptions> = {},
  simulatorOptions: SimulatorOptions = {},
  mvpd = "Cablevision"
) => {
  const under = await viewerUnderTest(options, simulatorOptions)
  const { simulator, context } = under
  simulator.grantProfile({ clientId: credentials.clientId, deviceIdentifier, mvpd })
  const access = await under.run(readAccess(under, mvpd))
  await under.run(context.keepAccess(access))
  context.send({ type: "access-found", access })
  return { ...under, access }
}

type Under = Awaited<ReturnType<typeof viewerUnderTest>>

const readAccess = ({ context }: Under, mvpd: string): Effect.Effect<Access, unknown> =>
  Effect.map(
    context.call("retrieveProfileForMvpd", (init) =>
      context.restV2.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", {
        params: { path: { serviceProvider: "REF30", mvpd } },
        ...init
      })
    ),
    (response): Access => {
      const [profile] = readProfiles(response)
      if (profile === undefined) throw new Error("The simulator granted no profile.")
      return accessOf(profile, undefined, context)
    }
  )

import { createAdobePass, importCredentials, memoryStore } from "@tve-pass/auth/promise"
import { readProfiles } from "@tve-pass/client/rest-v2"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorOptions } from "@tve-pass/testing/simulator"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { VirtualClock } from "../../../auth/test/virtual-time/virtual-clock.ts"
import type { Access } from "../../src/access/access.ts"
import { makeContext } from "../../src/context/make-context.ts"
import type { EntitlementOptions } from "../../src/options/entitlement-options.ts"

const credentials = { clientId: "kept-client", clientSecret: "kept-secret" }
const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
export const deviceIdentifier = "living-room-television"

/** A simulator on a virtual clock, a connection that has client credentials, and a context over both. Nobody is signed in. */
export const viewerUnderTest = async (
  options: Partial<EntitlementOptions> = {},
  simulatorOptions: SimulatorOptions = {}
) => {
  const clock = new VirtualClock()
  const services = Context.make(Clock.Clock, clock)
  const simulator = createSimulatorCore({
    throttle: false,
    clock: {
      now: () => clock.currentTimeMillisUnsafe(),
      sleep: (millis, signal) => Effect.runPromise(clock.sleep(Duration.millis(millis)), signal && { signal })
    },
    clients: [credentials],
    seed: 1,
    ...simulatorOptions
  })
  const application = {
    origin: simulator.origin,
    softwareStatement: exampleSoftwareStatement,
    device: { identifier: deviceIdentifier, info },
    storage: memoryStore()
  }
  await importCredentials(application, credentials)
  const pass = createAdobePass({ ...application, fetch: simulator.fetch, throttle: false })
  const context = makeContext(
    { pass, serviceProvider: "REF30", domainName: "adobe.com", redirectUrl: "https://adobe.com/", ...options },
    { services }
  )
  return {
    clock,
    simulator,
    pass,
    context,
    /** Runs an effect to its end, moving the time on as it needs. */
    run: <Success, Failure>(effect: Effect.Effect<Success, Failure>): Promise<Success> =>
      clock.finish(Effect.runPromiseWith(services)(effect)),
    /** Starts an effect. */
    start: <Success, Failure>(effect: Effect.Effect<Success, Failure>, signal?: AbortSignal): Promise<Success> =>
      Effect.runPromiseWith(services)(effect, signal && { signal }),
    /** How many calls of an operation there were. */
    count: (operation: Parameters<typeof simulator.journal.calls>[0]) => simulator.journal.calls(operation).length
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
      return { kind: "regular", profileType: profile.type, mvpd: { id: mvpd }, profile, endsAt: profile.notAfter }
    }
  )

import { toRecordStore, clockOf } from "@tve-pass/auth/flow-runtime"
import type { Failure } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { makeBackground, makeSharedCall } from "../context/background.ts"
import { makeCall } from "../context/call.ts"
import { askPlayback } from "../decisions/authorize.ts"
import { decideCatalogue } from "../decisions/catalogue-decisions.ts"
import { makePermits } from "../decisions/permits.ts"
import { decidePlayback } from "../decisions/playback-decisions.ts"
import { askCatalogue } from "../decisions/preauthorize.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import { makeEventSource, type EventSource } from "../events/event-source.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { makeMvpdsCache, retrieveMvpds } from "../mvpds/mvpds.ts"
import { invalid, resolveOptions } from "../options/resolve-options.ts"
import { runToPromise } from "../promise/run-to-promise.ts"
import { askSignOut } from "../sign-out/sign-out.ts"
import { identityHeaderOf } from "../temporary-access/identity-header.ts"
import { openSignInRecords } from "./sign-in-record.ts"
import { createSession, pollOnce } from "./sign-in-steps.ts"
import type { StepsContext } from "./steps-context.ts"
import type { DeviceSteps, Steps, StepsDevice, StepsOptions } from "./steps.ts"
import { readViewerAccess } from "./viewer-access.ts"

/**
 * Creates the steps of a programmer's backend. Sends and reads nothing by itself.
 *
 * Source: docs/protocol/checklist.md, "Server-to-server".
 *
 * @throws EntitlementError with reason `InvalidConfiguration`
 * @example
 * ```ts
 * const steps = createSteps({ serviceProvider: "REF30", domainName: "example.com", redirectUrl, storage })
 * const television = steps.device({
 *   pass: pool.device({ device: { identifier, info }, forwardedFor }),
 *   id: identifier,
 *   platform: info.osName
 * })
 * const session = await television.createSession()
 * if (session.kind === "code") console.log(session.code)
 * ```
 */
export const createSteps = (options: StepsOptions): Steps => connectSteps(options, Context.empty())

/** Does the same as {@link createSteps} in an Effect context, for example one with a virtual clock. */
export const connectSteps = (input: StepsOptions, services: Context.Context<never>): Steps => {
  const options = resolveOptions({ ...input, configurationTimeToLive: input.configurationTimeToLive ?? 120_000 })
  const store = toRecordStore(input.storage)
  const clock = clockOf(services)
  const run = runToPromise(services)
  const events = makeEventSource<EntitlementEvent>()
  const platforms = makePlatforms({ options, clock })
  const limit = { current: options.preauthorizeLimit }

  const contextOf = ({ pass, id }: StepsDevice, { staleMvpds }: Platform): StepsContext => {
    const noteFailure = (operation: string, failure: Failure): void => {
      if (failure._tag !== "EnhancedError") return
      if (isStaleMvpd(failure.code)) staleMvpds.publish()
      if (failure.action === "configuration") events.publish({ type: "configuration-problem", operation, failure })
    }
    return {
      options,
      origin: pass.baseUrl,
      restV2: createRestV2Client(pass),
      call: makeCall({ headersOf: () => Effect.succeed({}), noteFailure, noteServerTime: () => undefined }),
      clock,
      events,
      noteFailure,
      records: openSignInRecords(store, options.serviceProvider, id)
    }
  }
  return {
    device: (device) => {
      if (typeof device.id !== "string" || device.id === "") throw invalid("id", "pass the identifier of the device")
      const platform = platforms(device.platform)
      const context = contextOf(device, platform)
      const signOut: DeviceSteps["prepareSignOut"] = async ({ because, mvpd, signal }) => {
        // Checked at run time too, for callers without types: only the viewer signs out (R-LOG-1).
        if (because !== "the viewer asked")
          throw invalid("because", 'pass "the viewer asked", for a request of the viewer only')
        return run(
          Effect.tap(askSignOut(context, mvpd), () => Effect.ignore(context.records.remove)),
          signal
        )
      }
      return {
        mvpds: ({ signal } = {}) => run(platform.mvpds(retrieveMvpds(context)), signal),
        createSession: ({ mvpd, signal } = {}) => run(createSession(context, mvpd), signal),
        pollOnce: (code, { signal } = {}) => run(pollOnce(context, code), signal),
        profiles: ({ mvpd, signal } = {}) => run(readViewerAccess(context, mvpd), signal),
        preauthorize: ({ mvpd, resources, signal }) => {
          const ask = (chunk: ReadonlyArray<string>) => askCatalogue(context, mvpd, chunk)
          return run(
            decideCatalogue({ ask, limit, permits: makePermits() }, resources, () => undefined),
            signal
          )
        },
        authorize: async ({ mvpd, resource, identity, signal }) => {
          const header = identity === undefined ? {} : identityHeaderOf(identity)
          return run(decidePlayback({ mvpd, ask: askPlayback(context, mvpd, header) }, resource), signal)
        },
        prepareSignOut: signOut
      }
    }
  }
}

/** The most platforms whose lists of MVPDs are cached. The oldest is dropped. */
const mostPlatforms = 100

/** The devices of one platform, which have the same list of MVPDs. */
interface Platform {
  readonly staleMvpds: EventSource<void>
  readonly mvpds: ReturnType<typeof makeMvpdsCache>
}

const makePlatforms = (parts: Pick<StepsContext, "options" | "clock">): ((name: string) => Platform) => {
  const platforms = new Map<string, Platform>()
  const background = makeBackground()
  const open = (): Platform => {
    const staleMvpds = makeEventSource<void>()
    const onStaleMvpds = staleMvpds.subscribe
    return {
      staleMvpds,
      mvpds: makeMvpdsCache({ ...parts, onStaleMvpds, sharedCall: () => makeSharedCall(background) })
    }
  }
  return (name) => {
    const platform = platforms.get(name) ?? open()
    if (!platforms.has(name) && platforms.size >= mostPlatforms) {
      for (const oldest of platforms.keys()) {
        platforms.delete(oldest)
        break
      }
    }
    platforms.set(name, platform)
    return platform
  }
}

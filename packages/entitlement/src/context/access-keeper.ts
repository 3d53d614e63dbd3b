import type { FlowClock } from "@tve-pass/auth/flow-runtime"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { Access } from "../access/access.ts"
import { accessOf } from "../access/access-of.ts"
import { readProfile } from "../access/read-profile.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import { makeEventSource, type EventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { MachineEvent } from "../machine/machine-event.ts"
import type { EntitlementTransport } from "../options/entitlement-options.ts"
import type { OneSignIn } from "../sign-in/one-sign-in.ts"
import type { ReadableStore } from "../state/readable-store.ts"
import type { EntitlementRecords } from "../storage/entitlement-records.ts"
import type { Tabs } from "../storage/tabs.ts"
import type { Background } from "./background.ts"
import type { EntitlementContext } from "./entitlement-context.ts"
import type { Wake } from "./wake.ts"

/** The parts of the context that {@link makeAccessKeeper} needs. */
export interface AccessKeeperParts {
  readonly pass: EntitlementTransport
  readonly clock: FlowClock
  readonly clockOffset: () => number
  readonly events: EventSource<EntitlementEvent>
  readonly state: ReadableStore<EntitlementState>
  readonly send: (event: MachineEvent) => void
  readonly records: EntitlementRecords
  readonly tabs: Tabs
  readonly wake: Wake
  readonly background: Background
  readonly services: Context.Context<never>
  readonly oneSignIn: OneSignIn
}

/** The members of the context that keep the viewer's access. */
export interface AccessKeeper extends Pick<
  EntitlementContext,
  "currentAccess" | "keepAccess" | "forgetAccess" | "loseAccess" | "onAccessChange" | "remembered"
> {
  readonly close: () => void
}

/**
 * Synchronizes the viewer's access with the store, the other tabs, the clock and the client credentials. A failing
 * store does not prevent viewers from watching, because the server has the profile.
 */
export const makeAccessKeeper = (parts: AccessKeeperParts): AccessKeeper => {
  const { pass, clock, events, state, send, records, tabs, wake, background, services, oneSignIn } = parts
  const changes = makeEventSource<void>()
  const inBackground = (effect: Effect.Effect<unknown>): void => {
    Effect.runForkWith(services)(background.fork(effect))
  }
  const remembered = records.selection.read
  const forgetAccess = Effect.suspend(() => {
    changes.publish()
    return Effect.andThen(records.profile.remove, Effect.sync(tabs.announce))
  })
  const loseAccess: EntitlementContext["loseAccess"] = (why) =>
    Effect.gen(function* () {
      const before = state.getSnapshot()
      yield* forgetAccess
      const mvpd = yield* remembered
      send({ type: "access-lost", why, ...(mvpd && { remembered: mvpd }) })
      if (state.getSnapshot() !== before) events.publish({ type: "access-lost", why })
    })
  const currentAccess = (): Access | undefined => {
    const current = state.getSnapshot()
    if (current.name !== "signed-in") return undefined
    const { access } = current
    if (access.endsAt === undefined || access.endsAt > clock.currentTimeMillisUnsafe()) return access
    inBackground(loseAccess("expired"))
    return undefined
  }
  /** Whether the store refused the profile, so that its absence means nothing. */
  let isUnsaved = false
  /** Reads the records again after another tab has signed in or out. */
  const readRecordsAgain = Effect.gen(function* () {
    const profile = yield* records.profile.read
    const mvpd = yield* remembered
    const isAbsent = yield* records.profile.isAbsent
    const current = state.getSnapshot()
    if (current.name === "signed-in" && isAbsent && !isUnsaved) {
      changes.publish()
      send({ type: "access-lost", why: "elsewhere" })
      events.publish({ type: "access-lost", why: "elsewhere" })
    }
    if (
      profile === undefined ||
      (profile.notAfter ?? Infinity) - parts.clockOffset() <= clock.currentTimeMillisUnsafe()
    )
      return
    const isNew =
      current.name === "signed-in"
        ? JSON.stringify(readProfile(current.access)) !== JSON.stringify(profile)
        : current.name === "signed-out" || current.name === "sign-in-ended"
    if (!isNew) return
    isUnsaved = false
    changes.publish()
    send({ type: "access-found", access: accessOf(profile, mvpd, parts) })
  })
  const stops = [
    tabs.onChange(() => inBackground(readRecordsAgain)),
    wake.subscribe(() => void currentAccess()),
    // Every profile belongs to the client credentials that it was obtained with (M-REG-6).
    pass.on?.("credentials-replaced", () => {
      const current = state.getSnapshot()
      const hasSession = current.name === "signing-in" && current.step !== "session"
      inBackground(
        Effect.andThen(
          hasSession ? oneSignIn.end({ kind: "code-ended", why: "refused" }) : Effect.void,
          loseAccess("credentials-replaced")
        )
      )
    })
  ]
  return {
    currentAccess,
    keepAccess: (access) =>
      Effect.suspend(() => {
        changes.publish()
        return records.profile.writeOrFail(readProfile(access)).pipe(
          Effect.as(false),
          Effect.catch(() => Effect.succeed(true)),
          Effect.map((isRefused) => {
            isUnsaved = isRefused
            tabs.announce()
            return access
          })
        )
      }),
    forgetAccess,
    loseAccess,
    onAccessChange: changes.subscribe,
    remembered,
    close: () => {
      for (const stop of stops) stop?.()
    }
  }
}

import { memoryStore, toRecordStore, clockOf, type RecordStore, type StoreSource } from "@tve-pass/auth/flow-runtime"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import { makeEventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { MachineEvent } from "../machine/machine-event.ts"
import { nextState } from "../machine/next-state.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import type { EntitlementOptions } from "../options/entitlement-options.ts"
import { invalid, resolveOptions } from "../options/resolve-options.ts"
import { makeOneSignIn } from "../sign-in/one-sign-in.ts"
import { makeHeaders } from "../single-sign-on/request-headers.ts"
import { makeStore } from "../state/readable-store.ts"
import { makeTabs, type TabPlatform } from "../storage/browser-tabs.ts"
import { makeInstanceKey, makeRecords } from "../storage/make-records.ts"
import { makeAccessKeeper } from "./access-keeper.ts"
import { makeBackground, makeSharedCall } from "./background.ts"
import { makeCall } from "./call.ts"
import type { EntitlementContext } from "./entitlement-context.ts"
import { makeWake } from "./wake.ts"

/** The parts of the platform that tests replace. */
export interface Platform {
  /** An Effect context, for example with a virtual clock. */
  readonly services?: Context.Context<never> | undefined
  readonly tabs?: TabPlatform | undefined
}

/**
 * Creates the context of one viewer's application. Sends and reads nothing.
 *
 * @throws EntitlementError with reason `InvalidConfiguration`
 */
export const makeContext = (
  input: EntitlementOptions,
  { services = Context.empty(), tabs: tabPlatform }: Platform = {}
): EntitlementContext => {
  const options = resolveOptions(input)
  const { pass } = input
  // Callers without types.
  if (typeof pass?.fetch !== "function" || typeof pass.baseUrl !== "string") {
    throw invalid("pass", "pass what createAdobePass returned, or a device of createDevicePool")
  }
  const storage = input.storage ?? undefined
  const clock = clockOf(services)
  const events = makeEventSource<EntitlementEvent>()
  const state = makeStore<EntitlementState>({ name: "unknown" })
  const staleMvpds = makeEventSource<void>()
  const background = makeBackground()
  const instanceKey = makeInstanceKey([pass.baseUrl, options.serviceProvider, input.instanceId ?? ""])
  const records = makeRecords(storeOf(storage), instanceKey)
  const tabs = makeTabs(storage, instanceKey, tabPlatform)
  const wake = makeWake(input.wake ?? undefined)
  const disposed = Deferred.makeUnsafe<void>()
  let clockOffset = 0

  const send = (event: MachineEvent): void => state.set(nextState(state.getSnapshot(), event))
  const oneSignIn = makeOneSignIn(send)
  const noteFailure: EntitlementContext["noteFailure"] = (operation, failure) => {
    if (failure._tag !== "EnhancedError") return
    if (isStaleMvpd(failure.code)) staleMvpds.publish()
    if (failure.action === "configuration") events.publish({ type: "configuration-problem", operation, failure })
  }
  const headersOf = makeHeaders(options, { events, clock, state, wake })
  const keeper = makeAccessKeeper({
    pass,
    clock,
    events,
    state,
    send,
    records,
    tabs,
    wake,
    background,
    services,
    oneSignIn,
    clockOffset: () => clockOffset
  })
  return {
    ...keeper,
    options,
    services,
    origin: pass.baseUrl,
    restV2: createRestV2Client(pass),
    call: makeCall({
      headersOf,
      noteFailure,
      noteServerTime: (serverTime) => {
        clockOffset = offsetOf(serverTime - clock.currentTimeMillisUnsafe())
      }
    }),
    clock,
    clockOffset: () => clockOffset,
    nextWake: wake.next,
    records,
    events,
    state,
    background,
    sharedCall: () => makeSharedCall(background),
    send,
    onStaleMvpds: staleMvpds.subscribe,
    lastPoll: {},
    runSignIn: oneSignIn.run,
    cancelSignIn: oneSignIn.end({ kind: "cancelled" }),
    tabs,
    noteFailure,
    disposed: Deferred.await(disposed),
    dispose: Effect.gen(function* () {
      yield* oneSignIn.end({ kind: "cancelled" })
      yield* background.end
      Deferred.doneUnsafe(disposed, Effect.void)
      keeper.close()
      wake.close()
      tabs.close()
    })
  }
}

const storeOf = (storage: StoreSource | undefined): RecordStore => {
  try {
    return toRecordStore(storage ?? memoryStore())
  } catch {
    throw invalid("storage", "pass localStorage, a directoryStore, { get, set, remove }, or memoryStore()")
  }
}

/**
 * In milliseconds. The `Date` header has whole seconds, and a response takes time, so a smaller difference is not
 * evidence of a wrong clock.
 */
const smallestOffset = 5_000

const offsetOf = (difference: number): number => (Math.abs(difference) < smallestOffset ? 0 : difference)

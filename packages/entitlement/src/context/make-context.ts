import { memoryStore, toRecordStore } from "@tve-pass/auth"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import type { Failure } from "@tve-pass/client"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { Access } from "../access/access.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import { makeEventSource } from "../events/event-source.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import { nextState } from "../machine/next-state.ts"
import type { EntitlementOptions } from "../options/entitlement-options.ts"
import { resolveOptions } from "../options/resolve-options.ts"
import { makeStore } from "../state/readable-store.ts"
import { makeInstanceKey, makeRecords } from "../storage/make-records.ts"
import { makeBackground, makeSharedCall } from "./background.ts"
import { makeCall } from "./call.ts"
import type { EntitlementContext } from "./entitlement-context.ts"

/**
 * Creates the context of one viewer's application. Sends and reads nothing.
 *
 * @param services Effect's services, such as a virtual clock.
 * @throws EntitlementError with reason `InvalidConfiguration`
 */
export const makeContext = (
  input: EntitlementOptions,
  services: Context.Context<never> = Context.empty()
): EntitlementContext => {
  const options = resolveOptions(input)
  const { pass } = input
  const clock = Context.get(services, Clock.Clock)
  const events = makeEventSource<EntitlementEvent>()
  const state = makeStore<EntitlementState>({ name: "unknown" })
  const accessChanges = makeEventSource<void>()
  const background = makeBackground()
  const instanceKey = makeInstanceKey([pass.baseUrl, options.serviceProvider, input.instanceId ?? ""])
  const records = makeRecords(toRecordStore(input.storage ?? memoryStore()), instanceKey)
  const mvpdsChanges = makeEventSource<void>()

  const noteFailure = (operation: string, failure: Failure): void => {
    if (failure._tag !== "EnhancedError") return
    if (isStaleMvpd(failure.code)) mvpdsChanges.publish()
    if (failure.action === "configuration") events.publish({ type: "configuration-problem", operation, failure })
  }
  return {
    options,
    origin: pass.baseUrl,
    restV2: createRestV2Client(pass),
    call: makeCall({ headersOf: () => Effect.succeed({}), noteFailure }),
    clock,
    records,
    events,
    state,
    background,
    sharedCall: () => makeSharedCall(background),
    send: (event) => state.set(nextState(state.getSnapshot(), event)),
    currentAccess: () => currentAccess(state.getSnapshot()),
    keepAccess: (access) =>
      Effect.as(
        Effect.tap(quietly(records.profile.write(access.profile)), () => Effect.sync(accessChanges.publish)),
        access
      ),
    forgetAccess: Effect.tap(quietly(records.profile.remove), () => Effect.sync(accessChanges.publish)),
    onAccessChange: accessChanges.subscribe,
    onStaleMvpds: mvpdsChanges.subscribe,
    remembered: Effect.orElseSucceed(records.selection.read, () => undefined),
    cancelSignIn: Effect.void,
    noteFailure
  }
}

/** The codes that say that the list of MVPDs has changed (R-CONF-3). */
export const isStaleMvpd = (code: string): boolean =>
  code === "invalid_integration" || code === "invalid_parameter_mvpd"

const currentAccess = (state: EntitlementState): Access | undefined =>
  state.name === "signed-in" ? state.access : undefined

/** A store that fails must not keep a viewer from watching: the records are a convenience, the server has the profile. */
const quietly = (write: Effect.Effect<void, unknown>): Effect.Effect<void> => Effect.ignore(write)

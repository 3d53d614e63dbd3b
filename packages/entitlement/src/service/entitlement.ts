import { AuthEvents, AuthorizedTransport } from "@tve-pass/auth"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import type { Access } from "../access/access.ts"
import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { makeContext } from "../context/make-context.ts"
import type { CatalogueDecision } from "../decisions/catalogue-decision.ts"
import type { PlaybackDecision } from "../decisions/playback-decision.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { EntitlementEvent } from "../events/entitlement-event.ts"
import { makeFlows } from "../flows.ts"
import type { EntitlementState } from "../machine/entitlement-state.ts"
import type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
import type { EntitlementOptions, EntitlementTransport } from "../options/entitlement-options.ts"
import type { CodeStep } from "../sign-in/code-sign-in.ts"
import type { PartnerSignInResult } from "../sign-in/partner-sign-in-result.ts"
import type { CodeSignInPorts } from "../sign-in/pending-code.ts"
import type { RedirectSignInResult } from "../sign-in/redirect-sign-in-result.ts"
import { readPending, resume } from "../sign-in/resume.ts"
import { signInByRedirect } from "../sign-in/sign-in-by-redirect.ts"
import { signInHere } from "../sign-in/sign-in-here.ts"
import type { SignInResult } from "../sign-in/sign-in-result.ts"
import { signInWithCode } from "../sign-in/sign-in-with-code.ts"
import type { SignOutStep, ViewerRequest } from "../sign-out/sign-out-step.ts"
import type { StartResult } from "../start-up/start-result.ts"
import { makeSignInWithPartner } from "../single-sign-on/sign-in-with-partner.ts"
import { makeTemporaryAccess, type TemporaryAccess } from "../temporary-access/temporary-access.ts"
import type { TemporaryAccessOptions } from "../temporary-access/temporary-access-options.ts"

/**
 * The flows of one viewer's application. Expected outcomes are values. Interrupting an effect or a stream ends its
 * flow; an interrupted sign-in changes the state to `sign-in-ended` with `cancelled`.
 */
export interface Entitlement {
  /** The state of the viewer. */
  readonly state: Effect.Effect<EntitlementState>
  /** The state, and each later one. */
  readonly states: Stream.Stream<EntitlementState>
  /**
   * The events from the moment at which the stream runs, for logs. A slow reader loses the oldest of more than 256
   * events.
   */
  readonly events: Stream.Stream<EntitlementEvent>
  /** Reads the viewer's profile with one call, without the configuration. Concurrent callers share it. */
  readonly start: Effect.Effect<StartResult, EntitlementError>
  /** Returns the MVPDs that the viewer can select, cached for 3 minutes, without TempPass and test MVPDs. */
  readonly mvpds: Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError>
  /**
   * Signs in on this screen. `open` opens the address in a user agent and succeeds with `reached` when it has loaded
   * `redirectUrl`, which starts polling (M-AUTHN-1).
   */
  readonly signInHere: <Failure, Requirements>(options: {
    readonly mvpd: SelectedMvpd
    readonly open: (
      address: UserAgentAddress,
      redirectUrl: string
    ) => Effect.Effect<"reached" | "closed", Failure, Requirements>
  }) => Effect.Effect<SignInResult, EntitlementError, Requirements>
  /** Signs in by redirect of the whole page: stores the session and returns the address to open. */
  readonly signInByRedirect: (options: {
    readonly mvpd: SelectedMvpd
  }) => Effect.Effect<RedirectSignInResult, EntitlementError>
  /** Signs in by code. The stream has the steps of the sign-in; the last one is `ended`. */
  readonly signInWithCode: (options?: {
    readonly mvpd?: SelectedMvpd | undefined
  }) => Stream.Stream<CodeStep, EntitlementError>
  /** Continues a sign-in that a redirect, a reload or a reboot interrupted. The stream is empty if there is none. */
  readonly resume: Stream.Stream<CodeStep, EntitlementError>
  /** Signs in with the partner framework of the platform. */
  readonly signInWithPartner: Effect.Effect<PartnerSignInResult, EntitlementError>
  /** Decides which resources the viewer may probably watch, in request order, to decorate a catalogue. */
  readonly preauthorize: (
    resources: ReadonlyArray<string>
  ) => Effect.Effect<ReadonlyArray<CatalogueDecision>, EntitlementError>
  /** Streams the same decisions, each as soon as it is final. */
  readonly preauthorized: (resources: ReadonlyArray<string>) => Stream.Stream<CatalogueDecision, EntitlementError>
  /** Decides whether a resource may be played now. Run it before each playback. */
  readonly authorize: (resource: string) => Effect.Effect<PlaybackDecision, EntitlementError>
  /** Reads the profile again, for attributes that an authorization may change (M-AUTHN-8). */
  readonly refreshProfile: Effect.Effect<Access | undefined, EntitlementError>
  /**
   * Creates temporary access with one TempPass, or with several in order. It needs no sign-in and does not change the
   * state. Fails with `InvalidConfiguration`, before any request.
   */
  readonly temporaryAccess: (
    passes: TemporaryAccessOptions | ReadonlyArray<TemporaryAccessOptions>
  ) => Effect.Effect<TemporaryAccess, EntitlementError>
  /** Signs out at the viewer's request. Succeeds with the remaining step for each MVPD. */
  readonly signOut: (request: ViewerRequest) => Effect.Effect<ReadonlyArray<SignOutStep>, EntitlementError>
}

/**
 * The flows of one viewer's application as a service.
 *
 * @example
 * ```ts
 * const program = Effect.gen(function* () {
 *   const entitlement = yield* Entitlement
 *   return yield* entitlement.start
 * })
 * ```
 */
export const Entitlement: Context.Service<Entitlement, Entitlement> = /* @__PURE__ */ Context.Service(
  "@tve-pass/entitlement/service/Entitlement"
)

/** Options of {@link entitlementLayer}. The authorized connection comes from the layer of `@tve-pass/auth`. */
export type EntitlementLayerOptions = Omit<EntitlementOptions, "pass">

/**
 * Provides {@link Entitlement} over the auth layer. Its fibers end with the layer.
 *
 * Fails with `InvalidConfiguration`, before any request.
 *
 * @example
 * ```ts
 * const live = entitlementLayer({
 *   serviceProvider: "REF30",
 *   domainName: "adobe.com",
 *   redirectUrl: "https://adobe.com/"
 * }).pipe(Layer.provide(AdobePass.layer({ environment: "release-staging", softwareStatement, device })))
 * ```
 */
export const entitlementLayer = (
  options: EntitlementLayerOptions
): Layer.Layer<Entitlement, EntitlementError, AuthorizedTransport | AuthEvents> =>
  Layer.effect(
    Entitlement,
    Effect.gen(function* () {
      const transport = yield* AuthorizedTransport
      const { subscribe } = yield* AuthEvents
      const services = yield* Effect.context<never>()
      const pass: EntitlementTransport = {
        ...transport,
        on: (type, listener) =>
          subscribe((event) => {
            // Boundary: the comparison proves the cast, which the compiler cannot infer through a type parameter.
            if (event.type === type) listener(event as Parameters<typeof listener>[0])
          })
      }
      const context = yield* Effect.acquireRelease(
        Effect.try({
          try: () => makeContext({ ...options, pass }, { services }),
          // Boundary: `makeContext` throws nothing else.
          catch: (thrown) => thrown as EntitlementError
        }),
        ({ dispose }) => dispose
      )
      return serviceOver(context)
    })
  )

const serviceOver = (context: EntitlementContext): Entitlement => {
  const flows = makeFlows(context)
  const { state } = context
  return {
    ...flows,
    state: Effect.sync(state.getSnapshot),
    states: streamOf((emit) => {
      emit(state.getSnapshot())
      return state.subscribe(() => emit(state.getSnapshot()))
    }),
    events: streamOf(context.events.subscribe),
    signInHere: ({ mvpd, open }) =>
      Effect.contextWith((requirements) =>
        signInHere(context, {
          mvpd,
          open: (address, redirectUrl) => Effect.provideContext(open(address, redirectUrl), requirements)
        })
      ),
    signInWithPartner: makeSignInWithPartner(context, flows.mvpds),
    temporaryAccess: (passes) =>
      Effect.try({
        try: () => makeTemporaryAccess(context, passes),
        // Boundary: `makeTemporaryAccess` throws nothing else.
        catch: (thrown) => thrown as EntitlementError
      }),
    signInByRedirect: (choice) => signInByRedirect(context, choice),
    signInWithCode: ({ mvpd } = {}) => codeSteps((ports) => signInWithCode(context, { ...ports, mvpd })),
    resume: codeSteps((ports) =>
      Effect.flatMap(readPending(context), (pending) =>
        pending === undefined ? Effect.succeed(undefined) : resume(context, pending, ports)
      )
    ),
    preauthorized: (resources) =>
      Stream.callback((queue) =>
        Effect.andThen(
          flows.preauthorize(resources, (decisions) => Queue.offerAllUnsafe(queue, decisions)),
          Queue.end(queue)
        )
      )
  }
}

/** The most events that are buffered for a slow reader of the stream. The oldest are dropped. */
const eventBuffer = 256

const streamOf = <Value>(subscribe: (emit: (value: Value) => void) => () => void): Stream.Stream<Value> =>
  Stream.callback<Value>(
    (queue) =>
      Effect.acquireRelease(
        Effect.sync(() => subscribe((value) => void Queue.offerUnsafe(queue, value))),
        (stop) => Effect.sync(stop)
      ),
    { bufferSize: eventBuffer, strategy: "sliding" }
  )

/** Streams the steps of a flow, the last one included. Interrupting the stream ends the flow. */
const codeSteps = (
  flow: (ports: CodeSignInPorts) => Effect.Effect<SignInResult | undefined, EntitlementError>
): Stream.Stream<CodeStep, EntitlementError> =>
  Stream.callback((queue) =>
    flow({ onStep: (step) => void Queue.offerUnsafe(queue, step), nextRenewal: Effect.never }).pipe(
      Effect.tap((result) =>
        result === undefined ? Effect.void : Queue.offer(queue, { step: "ended", result } satisfies CodeStep)
      ),
      Effect.andThen(Queue.end(queue))
    )
  )

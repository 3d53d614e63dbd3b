import type * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** The part of Effect's `Clock` that the flow reads without a fiber (rule 23, clock). */
export type FlowClock = Pick<Clock.Clock, "currentTimeMillisUnsafe" | "monotonicTimeNanosUnsafe">

/**
 * Effect's `Clock` by its key. `Clock.Clock` itself brings a default along, and with it all of `Duration`: 2 kB that an app
 * in a browser does without.
 */
export const EffectClock: Context.Service<Clock.Clock, Clock.Clock> = /* @__PURE__ */ Context.Service("effect/Clock")

/** Reads the clock of a context, or that of the platform. */
export const clockOf = (context: Context.Context<never>): FlowClock =>
  Context.getOrUndefined(context, EffectClock) ?? platformClock

/** Reads the clock of the surrounding effect, or that of the platform. */
export const currentClock: Effect.Effect<FlowClock> = /* @__PURE__ */ Effect.contextWith(
  (context: Context.Context<never>) => Effect.succeed(clockOf(context))
)

/** Waits, by the clock of the surrounding effect or by that of the platform. */
export const sleep = (milliseconds: number): Effect.Effect<void> =>
  Effect.contextWith((context: Context.Context<never>) => {
    const clock = Context.getOrUndefined(context, EffectClock)
    // Boundary: clocks read durations with `Duration.toMillis`, which takes milliseconds as well.
    return clock === undefined
      ? sleepOnPlatform(milliseconds)
      : clock.sleep(milliseconds as unknown as Duration.Duration)
  })

// Timers have 31 bits: a longer one would fire at once.
const longestTimer = 2_147_483_647

const sleepOnPlatform = (milliseconds: number): Effect.Effect<void> => {
  if (milliseconds <= 0) return Effect.yieldNow
  if (milliseconds === Number.POSITIVE_INFINITY) return Effect.never
  return Effect.callback((resume) => {
    const rest = milliseconds - longestTimer
    const timer = setTimeout(
      () => resume(rest > 0 ? sleepOnPlatform(rest) : Effect.void),
      Math.min(milliseconds, longestTimer)
    )
    return Effect.sync(() => clearTimeout(timer))
  })
}

const nanosPerMilli = 1_000_000

let latest = 0

/** Without `performance`, on very old devices, the wall clock as long as it is not turned back. */
const platformMillis = (): number => globalThis.performance?.now() ?? (latest = Math.max(latest, Date.now()))

const platformClock: FlowClock = {
  currentTimeMillisUnsafe: () => Date.now(),
  monotonicTimeNanosUnsafe: () => BigInt(Math.round(platformMillis() * nanosPerMilli))
}

/**
 * Milliseconds of the clock's monotonic basis, which the user and the network cannot turn back. Its origin means
 * nothing: only differences do.
 */
export const monotonicMillis = (clock: FlowClock): number =>
  clock === platformClock ? platformMillis() : Number(clock.monotonicTimeNanosUnsafe()) / nanosPerMilli

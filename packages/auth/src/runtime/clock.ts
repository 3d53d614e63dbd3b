import type * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** The part of Effect's `Clock` that can be read without a fiber (rule 23, clock). */
export type FlowClock = Pick<Clock.Clock, "currentTimeMillisUnsafe" | "monotonicTimeNanosUnsafe">

/**
 * Effect's `Clock` service, by its key. Importing `Clock.Clock` would also import its default and all of `Duration`, 2
 * kB in a browser.
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

// Timers have 31 bits: a longer delay would fire immediately.
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

/** Very old devices lack `performance`. There, the wall clock is used, and never goes backwards. */
const platformMillis = (): number => globalThis.performance?.now() ?? (latest = Math.max(latest, Date.now()))

const platformClock: FlowClock = {
  currentTimeMillisUnsafe: () => Date.now(),
  monotonicTimeNanosUnsafe: () => BigInt(Math.round(platformMillis() * nanosPerMilli))
}

/**
 * Returns milliseconds of the monotonic clock, which neither the user nor the network can change. Only differences are
 * meaningful.
 */
export const monotonicMillis = (clock: FlowClock): number =>
  clock === platformClock ? platformMillis() : Number(clock.monotonicTimeNanosUnsafe()) / nanosPerMilli

import type * as Clock from "effect/Clock"

const nanosPerMilli = 1_000_000

/**
 * Milliseconds of the clock's monotonic basis, which the user and the network cannot turn back. Its origin means
 * nothing: only differences do.
 */
export const monotonicMillis = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / nanosPerMilli

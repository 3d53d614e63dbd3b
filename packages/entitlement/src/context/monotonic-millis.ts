import type * as Clock from "effect/Clock"

/** Returns milliseconds that the user and the network cannot turn back. Only differences mean something. */
export const monotonicMillis = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / 1_000_000

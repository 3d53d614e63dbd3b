import type { FlowClock } from "@tve-pass/auth"

/** Returns milliseconds that the user and the network cannot turn back. Only differences mean something. */
export const monotonicMillis = (clock: FlowClock): number => Number(clock.monotonicTimeNanosUnsafe()) / 1_000_000

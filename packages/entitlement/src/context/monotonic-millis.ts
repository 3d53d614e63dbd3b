import type { FlowClock } from "@tve-pass/auth/flow-runtime"

/**
 * Returns milliseconds of the monotonic clock, which neither the user nor the network can change. Only differences are
 * meaningful.
 */
export const monotonicMillis = (clock: FlowClock): number => Number(clock.monotonicTimeNanosUnsafe()) / 1_000_000

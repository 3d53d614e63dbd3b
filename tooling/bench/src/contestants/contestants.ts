import type { Contestant } from "../contestant.ts"

/** Ours first, then the peers. */
export const contestants: ReadonlyArray<Contestant> = []

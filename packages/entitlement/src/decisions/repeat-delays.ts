/**
 * Milliseconds before each repetition of what the server marks with `action: retry`: at most three for the catalogue, two
 * for a playback that a viewer waits for (M-PRE-3, M-AUTHZ-4).
 */
export const repeatDelays = { catalogue: [1_000, 2_000, 4_000], playback: [1_000, 2_000] } as const

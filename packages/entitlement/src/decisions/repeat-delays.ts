/**
 * Milliseconds before each retry of a resource with the action `retry`: three retries for the catalogue, two for a
 * playback, for which the viewer waits (M-PRE-3, M-AUTHZ-4).
 */
export const repeatDelays = { catalogue: [1_000, 2_000, 4_000], playback: [1_000, 2_000] } as const

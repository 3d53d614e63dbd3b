import * as Effect from "effect/Effect"
import { makeAuthorize } from "../../src/decisions/authorize.ts"
import type { PlaybackDecision } from "../../src/decisions/playback-decision.ts"
import type { Playback } from "../../src/decisions/playback.ts"
import { signedInViewer } from "./signed-in-viewer.ts"

/** A viewer who is signed in and asks for playback decisions. */
export const player = async (...options: Parameters<typeof signedInViewer>) => {
  const under = await signedInViewer(...options)
  let refreshes = 0
  const authorize = makeAuthorize(under.context, { refreshProfile: Effect.sync(() => void refreshes++) })
  return {
    ...under,
    refreshes: () => refreshes,
    authorize,
    ask: (resource = "REF30") => under.run(authorize(resource))
  }
}

/** The playback of a decision that permits it. */
export const playbackOf = (decision: PlaybackDecision): Playback => {
  if (decision.kind !== "permit") throw new Error(`The decision is ${decision.kind}.`)
  return decision.playback
}

/** What a backend does with a media token. */
export const backend = async (token: string, { resource }: Playback) => `${resource} ${atob(token).slice(0, 15)}`

import type { Schemas } from "@tve-pass/client/rest-v2"
import { withOther } from "./with-other.ts"

declare const playbackBrand: unique symbol

/**
 * One permitted playback. Only `authorize` creates it, and only {@link Playback.redeem} returns its media token. The
 * object has no property with the token, `JSON.stringify` omits it, and `structuredClone` throws.
 *
 * If the media token expires while a stream runs, let the stream run, and request another decision before the next
 * playback (M-AUTHZ-2).
 *
 * Source: docs/protocol/media-token.md.
 */
export interface Playback {
  readonly [playbackBrand]: true
  readonly resource: string
  readonly mvpd: string
  /** Who decided, as the server sends it; unknown values are kept. */
  readonly source: Schemas["DecisionSource"]
  /** End of the media token in epoch milliseconds by the server's clock. Afterwards {@link Playback.redeem} rejects. */
  readonly notAfter: number | undefined
  /**
   * Undocumented members of the decision, such as user metadata (C-CH-2). Not enumerable, so that `JSON.stringify` and
   * loggers omit them.
   */
  readonly other?: { readonly [name: string]: unknown }
  /**
   * Calls `backend` with the media token, once. `backend` sends it to your server, which verifies it.
   *
   * Settles as `backend` does. Rejects with {@link PlaybackSpent} at the second call, and after the token has expired.
   *
   * @example
   * ```ts
   * const stream = await decision.playback.redeem((serializedToken) =>
   *   fetch("/my-backend/streams", { method: "POST", body: serializedToken }).then((response) => response.json())
   * )
   * ```
   */
  readonly redeem: <Value>(
    backend: (serializedToken: string, playback: Playback) => PromiseLike<Value>
  ) => Promise<Value>
}

/** The playback was redeemed before, or its media token has expired. Call `authorize` for another one. */
export class PlaybackSpent extends Error {
  readonly _tag = "PlaybackSpent"
  /** `redeemed`: the token was returned already. `expired`: the token has expired. */
  readonly why: "redeemed" | "expired"

  constructor(why: PlaybackSpent["why"]) {
    super(
      `Failed to redeem the playback: ${why === "redeemed" ? "it was redeemed already" : "its media token has expired"}. Ask for another decision.`
    )
    this.name = "PlaybackSpent"
    this.why = why
  }
}

/** The data of a permit. */
export interface PermittedPlayback extends Pick<Playback, "resource" | "mvpd" | "source" | "notAfter"> {
  readonly other: { readonly [name: string]: unknown } | undefined
  readonly serializedToken: string
  /** Returns whether the media token has expired. */
  readonly hasExpired: () => boolean
}

// Outside of the objects, so that code that prints or clones them does not find the token.
const tokens = new WeakMap<Playback, Pick<PermittedPlayback, "serializedToken" | "hasExpired"> | PlaybackSpent>()

/** Creates the playback of one permit. */
export const makePlayback = (permitted: PermittedPlayback): Playback => {
  const { resource, mvpd, source, notAfter, other, serializedToken, hasExpired } = permitted
  const members: Omit<Playback, typeof playbackBrand> = {
    resource,
    mvpd,
    source,
    notAfter,
    redeem: async (backend) => backend(takeToken(playback), playback)
  }
  // Boundary: the brand exists only at compile time.
  const playback = Object.freeze(withOther(members, other)) as Playback
  tokens.set(playback, { serializedToken, hasExpired })
  return playback
}

/**
 * Returns the media token of a playback, once and before it expires.
 *
 * @throws PlaybackSpent
 */
export const takeToken = (playback: Playback): string => {
  const held = tokens.get(playback)
  if (held === undefined || held instanceof PlaybackSpent) throw new PlaybackSpent(held?.why ?? "redeemed")
  const why = held.hasExpired() ? "expired" : "redeemed"
  tokens.set(playback, new PlaybackSpent(why))
  if (why === "expired") throw new PlaybackSpent(why)
  return held.serializedToken
}

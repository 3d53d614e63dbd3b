import type { Schemas } from "@tve-pass/client/rest-v2"
import { withOther } from "./with-other.ts"

declare const playbackBrand: unique symbol

/**
 * One permitted playback. Only `authorize` makes one, and nothing but {@link Playback.redeem} reaches its media token:
 * it has no property that holds it, `JSON.stringify` leaves it out, and `structuredClone` refuses a playback.
 *
 * A media token that expires while a stream runs changes nothing: let the stream run, and ask for another decision
 * before the next playback (M-AUTHZ-2).
 *
 * Source: docs/protocol/media-token.md.
 */
export interface Playback {
  readonly [playbackBrand]: true
  readonly resource: string
  readonly mvpd: string
  /** Who decided; values that this version does not know are carried. */
  readonly source: Schemas["DecisionSource"]
  /** End of the media token in epoch milliseconds by the server's clock. Afterwards {@link Playback.redeem} rejects. */
  readonly notAfter: number | undefined
  /**
   * What the decision says beside this, such as user metadata (C-CH-2). Not enumerable: `JSON.stringify` and loggers leave it
   * out.
   */
  readonly other?: { readonly [name: string]: unknown }
  /**
   * Hands the media token to `backend`, which sends it to the programmer's own server for verification, once.
   *
   * Rejects with a {@link PlaybackSpent} the second time and after the token has expired; else settles as `backend`
   * does.
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

/** A playback was redeemed before, or too late. Ask `authorize` for another one. */
export class PlaybackSpent extends Error {
  readonly _tag = "PlaybackSpent"
  /** `redeemed`: the token was handed out already. `expired`: its time was up. */
  readonly why: "redeemed" | "expired"

  constructor(why: PlaybackSpent["why"]) {
    super(
      `Failed to redeem the playback: ${why === "redeemed" ? "it was redeemed already" : "its media token has expired"}. Ask for another decision.`
    )
    this.name = "PlaybackSpent"
    this.why = why
  }
}

/** What a permit brings. */
export interface PermittedPlayback extends Pick<Playback, "resource" | "mvpd" | "source" | "notAfter"> {
  readonly other: { readonly [name: string]: unknown } | undefined
  readonly serializedToken: string
  /** Whether the time of the token is up. */
  readonly hasExpired: () => boolean
}

// Outside of the objects, so that nothing that prints, clones or walks them finds it.
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
  // Boundary: the brand exists for the compiler only.
  const playback = Object.freeze(withOther(members, other)) as Playback
  tokens.set(playback, { serializedToken, hasExpired })
  return playback
}

/**
 * Takes the media token out of a playback. The second time, and after its end, there is none.
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

/**
 * A TempPass. A promotional one requires an identity. The viewer's input is sent only as its SHA-256 hash (M-TP-2,
 * M-TP-3).
 */
export type TemporaryAccessOptions =
  | {
      readonly kind: "basic"
      /** Id of the TempPass in the configuration: the MVPD whose `isTempPass` is `true`. */
      readonly mvpd: string
      readonly identity?: never
    }
  | { readonly kind: "promotional"; readonly mvpd: string; readonly identity: PromotionalIdentity }

/** The identity of the viewer of a promotional TempPass. */
export type PromotionalIdentity =
  | {
      /** The key that the TempPass configuration defines, for example `email`. */
      readonly key: string
      /** The viewer's input. Validate it first. It is normalised and hashed. */
      readonly identifier: string
      readonly hash?: never
    }
  | {
      readonly key: string
      /** A hash from your database, which is sent unchanged. */
      readonly hash: string
      readonly identifier?: never
    }

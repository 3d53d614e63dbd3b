/**
 * Which TempPass. The promotional kind cannot be created without an identity; what the viewer typed is sent as its SHA-256
 * hash only (M-TP-2, M-TP-3).
 */
export type TemporaryAccessOptions =
  | {
      readonly kind: "basic"
      /** Id of the TempPass in the configuration: the MVPD whose `isTempPass` is `true`. */
      readonly mvpd: string
      readonly identity?: never
    }
  | { readonly kind: "promotional"; readonly mvpd: string; readonly identity: PromotionalIdentity }

/** Who uses a promotional TempPass. */
export type PromotionalIdentity =
  | {
      /** The key agreed in the TempPass configuration, for example `email`. */
      readonly key: string
      /** What the viewer typed. Validate it before; it is normalised and hashed. */
      readonly identifier: string
      readonly hash?: never
    }
  | {
      readonly key: string
      /** A hash that the programmer's database has already; sent as it is. */
      readonly hash: string
      readonly identifier?: never
    }

import type { TemporaryAccessIdentity } from "@tve-pass/client"

/** Which TempPass. The promotional kind cannot be created without an identity, which is hashed (M-TP-2, M-TP-3). */
export type TemporaryAccessOptions =
  | { readonly kind: "basic"; readonly mvpd: string; readonly identity?: never }
  | { readonly kind: "promotional"; readonly mvpd: string; readonly identity: TemporaryAccessIdentity }

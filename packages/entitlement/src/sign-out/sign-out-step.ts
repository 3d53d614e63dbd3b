import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { Unsupported } from "../sign-in/sign-in-result.ts"

/** Proof that the viewer asked: only the application's event handler passes it (R-LOG-1). */
export interface ViewerRequest {
  readonly because: "the viewer asked"
}

/** What is left to do for one MVPD after a sign-out; its profile at Adobe Pass is deleted already. */
export type SignOutStep =
  /** Open the address in a user agent; `redirectUrl` reached means finished. Devices without a browser skip it. */
  | { readonly kind: "open"; readonly mvpd: string; readonly address: UserAgentAddress }
  /** Tell the viewer to sign out in the system settings. */
  | {
      readonly kind: "system-settings"
      readonly mvpd: string
      /** Where, on iOS and iPadOS and on tvOS. */
      readonly paths: { readonly iOS: "Settings > TV Provider"; readonly tvOS: "Settings > Accounts > TV Provider" }
    }
  | { readonly kind: "nothing"; readonly mvpd: string; readonly because: "complete" | "no-profile" }
  | (Unsupported & { readonly mvpd: string })

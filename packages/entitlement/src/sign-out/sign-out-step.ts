import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { Unsupported } from "../sign-in/sign-in-result.ts"

/** Confirms that the viewer asked. Pass it only from the handler of the viewer's click (R-LOG-1). */
export interface ViewerRequest {
  readonly because: "the viewer asked"
}

/** The remaining step for one MVPD after a sign-out. Its profile at Adobe Pass is already deleted. */
export type SignOutStep =
  /**
   * Open the address in a user agent. The step is finished when it reaches `redirectUrl`. Devices without a browser
   * skip it.
   */
  | { readonly kind: "open"; readonly mvpd: string; readonly address: UserAgentAddress }
  /** Ask the viewer to sign out in the system settings. */
  | {
      readonly kind: "system-settings"
      readonly mvpd: string
      /** The menu on iOS and iPadOS, and on tvOS. */
      readonly paths: { readonly iOS: "Settings > TV Provider"; readonly tvOS: "Settings > Accounts > TV Provider" }
    }
  | { readonly kind: "nothing"; readonly mvpd: string; readonly because: "complete" | "no-profile" }
  | (Unsupported & { readonly mvpd: string })

import type { Access, CodeSignIn, SelectableMvpd, SignOutStep, ViewerMessage } from "@tve-pass/entitlement/promise"

/** What the television shows. */
export type Screen =
  | { readonly name: "busy"; readonly doing: string }
  | { readonly name: "home"; readonly notice?: string; readonly remembered?: string }
  | { readonly name: "profiles"; readonly choices: ReadonlyArray<Access> }
  | { readonly name: "providers"; readonly mvpds: ReadonlyArray<SelectableMvpd> }
  /** Where to sign in to the MVPD that was selected. */
  | { readonly name: "provider"; readonly mvpd: SelectableMvpd }
  | { readonly name: "code"; readonly signIn: CodeSignIn }
  /** The television's own browser. */
  | { readonly name: "user-agent"; readonly title: string; readonly href: string }
  | {
      readonly name: "catalogue"
      readonly access: Access
      readonly decisions: ReadonlyArray<Tile>
      readonly notice?: string
    }
  | { readonly name: "player"; readonly resource: string; readonly mvpd: string; readonly isPreview: boolean }
  | { readonly name: "denied"; readonly resource: string; readonly message: string; readonly isPreview: boolean }
  | { readonly name: "problem"; readonly message: ViewerMessage }
  | { readonly name: "signed-out"; readonly steps: ReadonlyArray<SignOutStep> }

/** A resource of the catalogue with its decoration. */
export interface Tile {
  readonly resource: string
  readonly title: string
  /** `asking` until the catalogue decision has arrived. */
  readonly kind: "asking" | "permit" | "deny" | "undecided"
}

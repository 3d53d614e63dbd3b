import {
  createEntitlement,
  type CatalogueDecision,
  type Entitlement,
  type EntitlementOptions,
  type Playback,
  type SelectedMvpd,
  type SignInResult,
  type SingleSignOnTokens,
  type TemporaryAccessOptions,
  type UserAgentAddress
} from "@tve-pass/entitlement/promise"

// What the compiler must refuse. Each line names the rule of docs/protocol/checklist.md that it keeps.

declare const entitlement: Entitlement
declare const mvpd: SelectedMvpd
declare const decision: CatalogueDecision
declare const playback: Playback
declare const address: UserAgentAddress
declare const options: EntitlementOptions
const player = (_: Playback) => {}

player(playback)
// @ts-expect-error M-PRE-1: a catalogue decision plays nothing
player(decision)
// @ts-expect-error M-PRE-1: not even a permit
if (decision.kind === "permit") player(decision)
// @ts-expect-error M-AUTHZ-6: the media token cannot be read or stored
void playback.serializedToken
// @ts-expect-error M-AUTHN-1: without a way to know that `redirectUrl` was reached there is no sign-in on this screen
void entitlement.signInHere({ mvpd })
// @ts-expect-error M-AUTHN-1: opening without saying how it ended
void entitlement.signInHere({ mvpd, open: (page) => void window.open(page.href) })
// @ts-expect-error M-AUTHN-1: nothing polls but a sign-in
void entitlement.poll
// @ts-expect-error M-AUTHN-11: an expired profile cannot be extended
void entitlement.extendProfile
// @ts-expect-error M-AUTHN-12: the login page is no request
void fetch(address)
// @ts-expect-error M-AUTHN-12: and no string
const href: string = address
// @ts-expect-error R-LOG-1: signing out needs the viewer's request
void entitlement.signOut({})
void entitlement.signOut({ because: "the viewer asked" })
// @ts-expect-error M-AUTHZ-5: one resource
void entitlement.authorize(["a", "b"])
// @ts-expect-error M-TP-2: promotional access needs an identity
const promotional: TemporaryAccessOptions = { kind: "promotional", mvpd: "TempPass" }
// @ts-expect-error M-SSO-1: a function, fetched for each request
const token: SingleSignOnTokens = { serviceToken: "a.b.c" }
// @ts-expect-error one of the two identities
const both: SingleSignOnTokens = { serviceToken: () => "a.b.c", platformIdentity: () => undefined }
// @ts-expect-error its code comes with the function singleSignOn
const unconnected: EntitlementOptions["singleSignOn"] = { serviceToken: () => "a.b.c" }
const { redirectUrl: _, ...withoutRedirectUrl } = options
// @ts-expect-error M-AUTHN-9: both are needed with every session
createEntitlement(withoutRedirectUrl)

// M-AUTHN-10: exhaustive, with what is unsupported among the cases.
export const textOf = (result: SignInResult): string => {
  switch (result.kind) {
    case "signed-in":
      return result.access.mvpd.id
    case "code-ended":
      return result.why
    case "unsupported":
      return result.value
    case "integration-removed":
    case "not-finished":
    case "cancelled":
      return result.kind
  }
}
// @ts-expect-error M-AUTHN-10: a case is missing
export const incompleteTextOf = (result: SignInResult): string => {
  switch (result.kind) {
    case "signed-in":
      return result.access.mvpd.id
    case "cancelled":
      return ""
  }
}
export { both, href, promotional, token, unconnected }

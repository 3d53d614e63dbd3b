import { singleSignOn, type SingleSignOn } from "@tve-pass/entitlement/single-sign-on"
import type { TelevisionSetUp } from "./set-up.ts"

const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll("=", "")

/** A token as an identity service or a platform issues it; its signature is invented. */
const token = (claims: object) =>
  [encode({ alg: "RS256" }), encode({ ...claims, exp: Math.floor(Date.now() / 1_000) + 60 }), "c2lnbmF0dXJl"].join(".")

/** Returns the identity that the television or the programmer's service provides; `undefined` without single sign-on. */
export const singleSignOnOf = ({ singleSignOn: kind, television }: TelevisionSetUp): SingleSignOn | undefined => {
  switch (kind) {
    case "platform-identity":
      return singleSignOn({ platformIdentity: () => ({ subjectToken: token({ sub: television }) }) })
    case "service-token":
      return singleSignOn({ serviceToken: () => token({ sub: "jane" }) })
    default:
      return undefined
  }
}

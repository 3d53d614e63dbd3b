import { temporaryAccessIdentityHeader } from "@tve-pass/client"
import { invalid } from "../options/resolve-options.ts"
import type { PromotionalIdentity } from "./temporary-access-options.ts"

/**
 * Returns the header of a promotional pass, which contains the hash and never the identifier (M-TP-3).
 *
 * @throws EntitlementError with reason `InvalidConfiguration`
 */
export const identityHeaderOf = (identity: PromotionalIdentity | undefined): { readonly [name: string]: string } => {
  try {
    const { key = "", identifier = "", hash } = identity ?? {}
    return temporaryAccessIdentityHeader(hash === undefined ? { key, identifier } : { key, value: hash })
  } catch {
    throw invalid("identity", "pass the key of the TempPass configuration and what identifies the viewer")
  }
}

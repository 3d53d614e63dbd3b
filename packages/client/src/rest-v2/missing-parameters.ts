import { listOf } from "./list-of.ts"
import type { Schemas } from "./schemas.ts"

/** Name of a parameter that an authentication needs, as a request spells it. */
export type AuthenticationParameter = Exclude<Schemas["MissingParameter"], "domain">

/** Answers ask for `domain` where requests say `domainName` (C-V2-6). */
export const missingParametersOf = (
  names: ReadonlyArray<Schemas["MissingParameter"]> | undefined
): ReadonlyArray<AuthenticationParameter> => listOf(names).map((name) => (name === "domain" ? "domainName" : name))

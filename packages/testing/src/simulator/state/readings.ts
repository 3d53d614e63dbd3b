import { isJsonObject } from "../encoding/json-object.ts"
import type { DcrErrorCode } from "../protocol/schemas.ts"

/**
 * What the simulator does where the documentation is silent or contradicts itself. Each default is the reading of the
 * protocol page named; the package's README lists them in one table.
 */
export interface Readings {
  /** U-DCR-2, U-V2-7: status of a path below `/o/` and `/api/` that no operation has. Default 404. */
  readonly unknownPathStatus: number
  /** U-DCR-4: what a new token does to the earlier ones of the same client. */
  readonly earlierTokens: "valid" | "revoked"
  /** U-DCR-5: what registering with a revoked statement gives. */
  readonly revokedStatementOnRegister: DcrErrorCode
  /** U-DCR-5: what the credentials of a revoked statement give. */
  readonly revokedStatementOnToken: DcrErrorCode
  /** U-DCR-6: what registering again with the same statement gives. */
  readonly repeatedRegistration: "newCredentials" | "sameCredentials"
  /** U-V2-2: whether `8er640m` is the code `8ER640M`. */
  readonly codeCase: "sensitive" | "insensitive"
  /** U-V2-2: whether the host of a `redirectUrl` has to be one of the service provider's domains. */
  readonly redirectUrlHost: "any" | "registered"
  /** U-V2-3: what a `domainName` is that the service provider does not have. */
  readonly unknownDomainName: "accepted" | "missing"
  /** Errors section 3: which error a code gives that has no session, and never had the form of a code. */
  readonly malformedCode: "invalid_parameter_code" | "invalid_authentication_session"
  /** U-V2-5: what operation 8 gives for an expired or superseded code. */
  readonly expiredCodeOnProfiles: "error" | "empty"
  /** U-V2-6: whether profile errors and `too_many_resources` arrive in each decision or as the whole response. */
  readonly decisionErrors: "item" | "topLevel"
  /** U-V2-7: the body of a 401 without an enhanced error. */
  readonly unauthorizedBody: "empty" | "accessDenied" | "html"
  /** U-V2-8: what operation 7 gives for an expired profile. */
  readonly expiredProfile: "empty" | "error"
  /** U-V2-8: what operation 7 gives for an MVPD that does not exist or has no active integration. */
  readonly unavailableMvpdOnProfiles: "error" | "empty"
  /** C-V2-3: type of `notBefore` and `notAfter` in sessions. */
  readonly sessionTimestamps: "string" | "number"
  /** C-V2-6: how `missingParameters` and `existingParameters` name the parameter `domainName`. */
  readonly domainParameterName: "domainName" | "domain"
  /** C-V2-14 leaves the form open: whether logout addresses are absolute or relative to the origin. */
  readonly logoutUrl: "absolute" | "relative"
  /** Headers section 8: what an unusable AP-Partner-Framework-Status does on operations 6, 7, 9 and 10. */
  readonly partnerStatusOnReads: "ignored" | "rejected"
}

export const defaultReadings: Readings = {
  unknownPathStatus: 404,
  earlierTokens: "valid",
  revokedStatementOnRegister: "unapproved_software_statement",
  revokedStatementOnToken: "invalid_client",
  repeatedRegistration: "newCredentials",
  codeCase: "sensitive",
  redirectUrlHost: "any",
  unknownDomainName: "accepted",
  malformedCode: "invalid_parameter_code",
  expiredCodeOnProfiles: "error",
  decisionErrors: "item",
  unauthorizedBody: "empty",
  expiredProfile: "empty",
  unavailableMvpdOnProfiles: "error",
  sessionTimestamps: "string",
  domainParameterName: "domainName",
  logoutUrl: "absolute",
  partnerStatusOnReads: "ignored"
}

const isStatus = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 400 && value < 600

/** The values of each reading, or a check and its description. */
const allowed: {
  readonly [Name in keyof Readings]: ReadonlyArray<Readings[Name]> | "an HTTP error status" | "a DCR error"
} = {
  unknownPathStatus: "an HTTP error status",
  earlierTokens: ["valid", "revoked"],
  revokedStatementOnRegister: "a DCR error",
  revokedStatementOnToken: "a DCR error",
  repeatedRegistration: ["newCredentials", "sameCredentials"],
  codeCase: ["sensitive", "insensitive"],
  redirectUrlHost: ["any", "registered"],
  unknownDomainName: ["accepted", "missing"],
  malformedCode: ["invalid_parameter_code", "invalid_authentication_session"],
  expiredCodeOnProfiles: ["error", "empty"],
  decisionErrors: ["item", "topLevel"],
  unauthorizedBody: ["empty", "accessDenied", "html"],
  expiredProfile: ["empty", "error"],
  unavailableMvpdOnProfiles: ["error", "empty"],
  sessionTimestamps: ["string", "number"],
  domainParameterName: ["domainName", "domain"],
  logoutUrl: ["absolute", "relative"],
  partnerStatusOnReads: ["ignored", "rejected"]
}

/** Checks readings that come from outside. Throws an error that names the reading, the problem and what is allowed. */
export const readReadings = (value: unknown): Partial<Readings> => {
  if (!isJsonObject(value)) throw new TypeError("readings are not a JSON object.")
  for (const [name, choice] of Object.entries(value)) {
    const values = Object.hasOwn(allowed, name)
      ? Object.entries(allowed).find(([known]) => known === name)?.[1]
      : undefined
    if (values === undefined) {
      throw new TypeError(`there is no reading \`${name}\`. There are: ${Object.keys(allowed).join(", ")}.`)
    }
    if (!isAllowed(values, choice)) {
      const expected = typeof values === "string" ? values : values.join(", ")
      throw new TypeError(`the reading \`${name}\` is ${JSON.stringify(choice)}. Allowed: ${expected}.`)
    }
  }
  // Boundary: each member was checked.
  return value as Partial<Readings>
}

const isAllowed = (values: string | ReadonlyArray<unknown>, choice: unknown): boolean => {
  if (typeof values !== "string") return values.includes(choice)
  return values === "an HTTP error status" ? isStatus(choice) : typeof choice === "string" && /^[a-z_]+$/.test(choice)
}

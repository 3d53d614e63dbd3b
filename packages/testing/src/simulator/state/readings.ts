import { isJsonObject } from "../encoding/json-object.ts"
import type { DcrErrorCode } from "../protocol/schemas.ts"

/**
 * The behaviour of the simulator where the documentation is silent or contradicts itself. Each default is the reading
 * of the named protocol page. The package's README lists all readings.
 */
export interface Readings {
  /** U-DCR-2, U-V2-7: status of a path below `/o/` and `/api/` that no operation has. Default 404. */
  readonly unknownPathStatus: number
  /** U-DCR-4: whether earlier tokens of the same client stay valid after a new one. Default `valid`. */
  readonly earlierTokens: "valid" | "revoked"
  /** U-DCR-5: the error of a registration with a revoked statement. Default `unapproved_software_statement`. */
  readonly revokedStatementOnRegister: DcrErrorCode
  /** U-DCR-5: the error of a token call with the credentials of a revoked statement. Default `invalid_client`. */
  readonly revokedStatementOnToken: DcrErrorCode
  /** U-DCR-6: the result of another registration with the same statement. Default `newCredentials`. */
  readonly repeatedRegistration: "newCredentials" | "sameCredentials"
  /** U-V2-2: whether `8er640m` is the same code as `8ER640M`. Default `sensitive`: it is not. */
  readonly codeCase: "sensitive" | "insensitive"
  /** U-V2-2: whether the host of a `redirectUrl` must be one of the service provider's domains. Default `any`. */
  readonly redirectUrlHost: "any" | "registered"
  /**
   * U-V2-3: whether a `domainName` that the service provider does not have is accepted or counts as missing. Default
   * `accepted`.
   */
  readonly unknownDomainName: "accepted" | "missing"
  /**
   * docs/protocol/errors.md section 3: the error of a string that does not have the form of a code. Default
   * `invalid_parameter_code`.
   */
  readonly malformedCode: "invalid_parameter_code" | "invalid_authentication_session"
  /** U-V2-5: the response of operation 8 to an expired or superseded code. Default `error`. */
  readonly expiredCodeOnProfiles: "error" | "empty"
  /**
   * U-V2-6: whether profile errors and `too_many_resources` arrive in each decision or as the whole response. Default
   * `item`.
   */
  readonly decisionErrors: "item" | "topLevel"
  /** U-V2-7: the body of a 401 without an enhanced error. Default `empty`. */
  readonly unauthorizedBody: "empty" | "accessDenied" | "html"
  /** U-V2-8: the response of operation 7 for an expired profile. Default `empty`. */
  readonly expiredProfile: "empty" | "error"
  /**
   * U-V2-8: the response of operation 7 for an MVPD that does not exist or has no active integration. Default `error`.
   */
  readonly unavailableMvpdOnProfiles: "error" | "empty"
  /** C-V2-3: the type of `notBefore` and `notAfter` in sessions. Default `string`. */
  readonly sessionTimestamps: "string" | "number"
  /** C-V2-6: the name of `domainName` in `missingParameters` and `existingParameters`. Default `domainName`. */
  readonly domainParameterName: "domainName" | "domain"
  /** C-V2-14: whether logout addresses are absolute or relative to the origin. Default `absolute`. */
  readonly logoutUrl: "absolute" | "relative"
  /**
   * docs/protocol/headers.md section 8: whether an unusable AP-Partner-Framework-Status is rejected on operations 6, 7,
   * 9 and 10. Default `ignored`.
   */
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

/** Checks readings from a file. Throws an error that names the reading, the problem and the allowed values. */
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

import { EntitlementError } from "../errors/entitlement-error.ts"
import type { EntitlementOptions } from "./entitlement-options.ts"

/** The validated options of the flows, with defaults. */
export interface ResolvedOptions {
  readonly serviceProvider: string
  readonly domainName: string
  readonly redirectUrl: string
  readonly profileChoice: "longest" | "first" | "ask"
  readonly preauthorizeLimit: number
  readonly refreshAfterAuthorize: ReadonlyArray<string>
  readonly testMvpds: ReadonlyArray<string>
  readonly configurationTimeToLive: number
  readonly pollInterval: number
  readonly singleSignOn: EntitlementOptions["singleSignOn"]
  readonly partnerFramework: EntitlementOptions["partnerFramework"]
  readonly visitorIdentifier: EntitlementOptions["visitorIdentifier"]
}

/** The shortest time, in milliseconds, between the starts of two polls (M-AUTHN-6). */
export const shortestPollInterval = 3_000

/**
 * Validates the options and adds the defaults.
 *
 * @throws EntitlementError with reason `InvalidConfiguration`
 */
export const resolveOptions = (options: Omit<EntitlementOptions, "pass">): ResolvedOptions => {
  const { serviceProvider, domainName, redirectUrl } = options
  // Callers without types may pass `null` for an absent option.
  const profileChoice = options.profileChoice ?? "longest"
  const singleSignOn = options.singleSignOn ?? undefined
  const partnerFramework = options.partnerFramework ?? undefined
  if (!isFilled(serviceProvider)) throw invalid("serviceProvider", "pass the id of the channel, such as REF30")
  if (!isFilled(domainName) || /[\s/:]/.test(domainName)) {
    throw invalid("domainName", "pass a domain without scheme and path, such as example.com")
  }
  if (!isAbsoluteUrl(redirectUrl)) throw invalid("redirectUrl", "pass an absolute URL")
  if (!["longest", "first", "ask"].includes(profileChoice)) {
    throw invalid("profileChoice", 'pass "longest", "first" or "ask"')
  }
  for (const [option, source] of Object.entries({ singleSignOn, partnerFramework })) {
    if (source !== undefined && typeof source.makeHeaders !== "function") {
      throw invalid(option, `pass what ${option} of @tve-pass/entitlement/single-sign-on returns`)
    }
  }
  return {
    serviceProvider,
    domainName,
    redirectUrl,
    profileChoice,
    preauthorizeLimit: atLeast("preauthorizeLimit", 1, options.preauthorizeLimit, 5),
    refreshAfterAuthorize: options.refreshAfterAuthorize ?? [],
    testMvpds: options.testMvpds ?? [],
    configurationTimeToLive: atLeast("configurationTimeToLive", 0, options.configurationTimeToLive, 180_000),
    pollInterval: atLeast("pollInterval", shortestPollInterval, options.pollInterval, 5_000),
    singleSignOn,
    partnerFramework,
    visitorIdentifier: options.visitorIdentifier
  }
}

/** Creates the error of an invalid option or argument. */
export const invalid = (option: string, problem: string): EntitlementError =>
  new EntitlementError({ _tag: "InvalidConfiguration", option, problem })

const isFilled = (text: unknown): text is string => typeof text === "string" && text.trim() !== ""

const isAbsoluteUrl = (text: unknown): text is string => {
  try {
    return isFilled(text) && new URL(text).protocol !== ""
  } catch {
    return false
  }
}

const atLeast = (option: string, least: number, given: number | undefined, byDefault: number): number => {
  const value = given ?? byDefault
  // The comparison is false for `NaN` too.
  if (value >= least && value < Infinity) return value
  throw invalid(option, `pass a number of at least ${least}`)
}

import type { AuthorizedTransport } from "@tve-pass/auth"
import { ApiFailure, narrow, unwrap, type EnhancedError, type Failure } from "@tve-pass/client"
import {
  authenticationUrl,
  createRestV2Client,
  readProfiles,
  readSession,
  readSessionDetails,
  type AuthenticationSession,
  type AuthenticationSessionDetails
} from "@tve-pass/client/rest-v2"
import { userAgentAddress } from "../access/user-agent-address.ts"
import { selectableMvpds } from "../mvpds/selectable-mvpds.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import { makeSharedMvpds } from "./shared-mvpds.ts"
import type { SecondScreen, SecondScreenSession, SecondScreenStep, WrongOrExpired } from "./second-screen.ts"

/** Options of {@link createSecondScreen}. */
export interface SecondScreenOptions {
  /** The authorized connection of the page: `createAdobePass`, with separate client credentials. */
  readonly pass: AuthorizedTransport
  /** Identifier of the channel, as on the television. */
  readonly serviceProvider: string
  /** One of the registered domains. Sent if the television has sent none. */
  readonly domainName: string
  /** Absolute URL at which the login ends: a page that sends the viewer back to the television. */
  readonly redirectUrl: string
  /** Ids of test and development MVPDs, which the configuration does not mark. `mvpds` omits them. */
  readonly testMvpds?: ReadonlyArray<string> | undefined
  /** Milliseconds for which the list of MVPDs is cached. Default: 180,000 (3 minutes). */
  readonly configurationTimeToLive?: number | undefined
}

/**
 * Creates a second screen. Sends nothing by itself.
 *
 * Source: docs/protocol/flows.md, section 5.
 *
 * @example
 * ```ts
 * const secondScreen = createSecondScreen({ pass, serviceProvider: "REF30", domainName: "example.com", redirectUrl })
 * const entered = await secondScreen.enter(typedCode)
 * if (entered.kind === "ready") {
 *   const step = await entered.session.proceed({ mvpd: selected })
 *   if (step.kind === "open") location.assign(step.address.href)
 * }
 * ```
 */
export const createSecondScreen = (options: SecondScreenOptions): SecondScreen => {
  const { pass, serviceProvider, domainName, redirectUrl, testMvpds = [], configurationTimeToLive = 180_000 } = options
  const restV2 = createRestV2Client(pass)

  const mvpds = makeSharedMvpds(configurationTimeToLive, async () => {
    const params = { path: { serviceProvider } }
    return selectableMvpds(await unwrap(restV2.GET("/api/v2/{serviceProvider}/configuration", { params })), testMvpds)
  })

  const enter: SecondScreen["enter"] = async (typed, { signal } = {}) => {
    const code = typed.trim()
    if (!canBeSent(code)) return { kind: "wrong-or-expired" }
    const params = { path: { serviceProvider, code } }
    const result = narrow(
      await restV2.GET("/api/v2/{serviceProvider}/sessions/{code}", { params, ...withSignal(signal) })
    )
    if (result.kind === "success") return { kind: "ready", session: sessionOf(code, readSessionDetails(result.data)) }
    return wrongOrExpired(result.failure, suggestionFor(code))
  }

  const sessionOf = (code: string, details: AuthenticationSessionDetails): SecondScreenSession => {
    const { device, existingParameters, missingParameters: missing, notAfter } = details
    const params = { path: { serviceProvider, code } }
    const loginPage = { origin: pass.baseUrl, serviceProvider, code }

    const proceed: SecondScreenSession["proceed"] = async ({ mvpd, signal } = {}) => {
      if (missing.length === 0) return { kind: "open", address: userAgentAddress(authenticationUrl(loginPage)) }
      if (missing.includes("mvpd") && mvpd === undefined) return { kind: "missing", parameters: ["mvpd"] }
      const supplied = { domainName, redirectUrl, ...(missing.includes("mvpd") && mvpd && { mvpd: mvpd.id }) }
      const result = narrow(
        await restV2.POST("/api/v2/{serviceProvider}/sessions/{code}", {
          params,
          body: supplied,
          ...withSignal(signal)
        })
      )
      if (result.kind === "success") return stepOf(readSession(result.data, pass.baseUrl), loginPage)
      const { failure } = result
      if (failure._tag === "EnhancedError" && isStaleMvpd(failure.code)) {
        mvpds.forget()
        return { kind: "integration-removed", failure, ...(mvpd && { mvpd: mvpd.id }) }
      }
      return wrongOrExpired(failure)
    }

    const outcome: SecondScreenSession["outcome"] = async ({ signal } = {}) => {
      const result = narrow(
        await restV2.GET("/api/v2/{serviceProvider}/profiles/code/{code}", { params, ...withSignal(signal) })
      )
      if (result.kind === "success") return readProfiles(result.data).length > 0 ? "signed-in" : "not-yet"
      // Any failure other than an ended code is thrown.
      wrongOrExpired(result.failure)
      return "ended"
    }
    return { code, device, mvpd: existingParameters.mvpd, missing, notAfter, proceed, outcome }
  }
  return { mvpds: mvpds.get, enter }
}

/** Returns whether a typed code can be part of an address: it is neither empty nor a dot segment. */
const canBeSent = (code: string): boolean => {
  try {
    return authenticationUrl({ origin: "", serviceProvider: "any", code }) !== ""
  } catch {
    return false
  }
}

const stepOf = (
  session: AuthenticationSession,
  loginPage: Parameters<typeof authenticationUrl>[0]
): SecondScreenStep => {
  const { actionName, reasonType, missingParameters, mvpd, sessionId } = session
  switch (actionName) {
    case "authenticate":
      return { kind: "open", address: userAgentAddress(session.url ?? authenticationUrl(loginPage)) }
    case "authorize":
      return { kind: "already-signed-in", mvpd, because: reasonType }
    case "resume":
    case "retry":
      return { kind: "missing", parameters: missingParameters }
    default:
      return { kind: "unsupported", member: "actionName", value: String(actionName), sessionId }
  }
}

const wrongOrExpired = (failure: Failure, suggestion?: string): WrongOrExpired => {
  if (failure._tag !== "EnhancedError" || !isAboutTheCode(failure)) throw new ApiFailure(failure)
  return { kind: "wrong-or-expired", failure, ...(suggestion !== undefined && { suggestion }) }
}

const isAboutTheCode = ({ code }: EnhancedError): boolean =>
  code === "invalid_authentication_session" || code === "invalid_parameter_code"

/** All documented codes consist of upper-case letters and digits without blanks. */
const suggestionFor = (code: string): string | undefined => {
  const usual = code.replace(/[\s-]/g, "").toUpperCase()
  return usual === code || usual === "" ? undefined : usual
}

const withSignal = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal })

import type { PartnerFrameworkStatus } from "@tve-pass/client"
import { readProfiles } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { accessOf } from "../access/access-of.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { EntitlementError } from "../errors/entitlement-error.ts"
import { refusalOf } from "../errors/refusal.ts"
import { isStaleMvpd } from "../mvpds/is-stale-mvpd.ts"
import type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
import { confirm, remember, unsupportedAction } from "../sign-in/branch.ts"
import type { PartnerSignInResult } from "../sign-in/partner-sign-in-result.ts"
import { receive } from "../sign-in/session.ts"
import { statusHeaderOf, type StatusHeader } from "./partner-status.ts"
import type { PartnerFrameworkPort } from "./single-sign-on.ts"

/**
 * Creates the sign-in with the partner framework of the platform. If the framework or the server does not allow it, the
 * result is `sign-in-otherwise`, with the MVPD if the framework names it.
 *
 * Source: docs/protocol/flows.md, section 15.
 */
export const makeSignInWithPartner = (
  context: EntitlementContext,
  mvpds: Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError>
): Effect.Effect<PartnerSignInResult, EntitlementError> => {
  const { partnerFramework } = context.options
  const flow =
    partnerFramework === undefined
      ? Effect.succeed(otherwise("there is no partner framework", undefined))
      : withFramework(context, partnerFramework.port, mvpds)
  return context.runSignIn({ how: "partner" }, flow)
}

const otherwise = (because: string, mvpd: SelectedMvpd | undefined): PartnerSignInResult => ({
  kind: "sign-in-otherwise",
  because,
  ...(mvpd && { mvpd })
})

const withFramework = (
  context: EntitlementContext,
  framework: PartnerFrameworkPort,
  mvpds: Effect.Effect<ReadonlyArray<SelectableMvpd>, EntitlementError>
): Effect.Effect<PartnerSignInResult, EntitlementError> =>
  Effect.gen(function* () {
    const listed = yield* mvpds
    const forPicker = listed.filter(({ partner }) => partner?.displayInPlatformPicker === true)
    const status = yield* ask(() => framework.status({ mayInterrupt: true, mvpds: forPicker }))
    // A native module may leave anything out.
    const { frameworkPermissionInfo, frameworkProviderInfo } = (status ?? {}) as Partial<PartnerFrameworkStatus>
    const providerId = frameworkProviderInfo?.id
    const mvpd = listed.find(({ id, partner }) => providerId !== undefined && (partner?.mappingId ?? id) === providerId)
    const header = statusHeaderOf(status, context.clock.currentTimeMillisUnsafe())
    if (header !== undefined) return yield* orOtherwise(context, withPermission(context, framework, header, mvpd), mvpd)
    const permission = frameworkPermissionInfo?.accessStatus ?? "granted"
    const isGranted = permission === "granted"
    return otherwise(isGranted ? "the framework reports no valid status" : `the permission is ${permission}`, mvpd)
  })

const withPermission = (
  context: EntitlementContext,
  framework: PartnerFrameworkPort,
  header: StatusHeader,
  mvpd: SelectedMvpd | undefined
): Effect.Effect<PartnerSignInResult, EntitlementError> =>
  Effect.gen(function* () {
    yield* remember(context, mvpd)
    const session = yield* createPartnerSession(context, framework.partner, header)
    switch (session.actionName) {
      case "authorize":
        return yield* confirm(context, session.mvpd ?? mvpd?.id)
      case "authenticate":
      case "resume":
        return otherwise(session.reasonType, mvpd)
      case "partner_profile":
        break
      default:
        return unsupportedAction(session)
    }
    const { authenticationRequest } = session
    if (authenticationRequest === undefined) {
      return yield* Effect.fail(
        new EntitlementError({
          _tag: "Malformed",
          operation: "retrievePartnerAuthenticationRequest",
          missing: "authenticationRequest"
        })
      )
    }
    const response = yield* ask(() =>
      framework.authenticate({
        authenticationRequest: authenticationRequest.request,
        attributeNames: authenticationRequest.attributesNames ?? []
      })
    )
    const responseHeader = statusHeaderOf(response?.status, context.clock.currentTimeMillisUnsafe())
    if (!response?.samlResponse?.trim() || responseHeader === undefined) {
      return otherwise("the framework returned no metadata", mvpd)
    }
    const [profile] = yield* createPartnerProfile(context, framework.partner, response.samlResponse, responseHeader)
    if (profile === undefined) return otherwise("the partner profile is empty", mvpd)
    const access = yield* context.keepAccess(accessOf(profile, mvpd, context))
    return { kind: "signed-in", access } as const
  })

/**
 * Converts a refusal of the server to `sign-in-otherwise`, without the MVPD if the server refused the MVPD (rule 18,
 * partner or otherwise).
 */
const orOtherwise = (
  { records }: EntitlementContext,
  flow: Effect.Effect<PartnerSignInResult, EntitlementError>,
  mvpd: SelectedMvpd | undefined
): Effect.Effect<PartnerSignInResult, EntitlementError> =>
  flow.pipe(
    Effect.catch((error): Effect.Effect<PartnerSignInResult, EntitlementError> => {
      if (refusalOf(error)?.httpStatus !== 400) return Effect.fail(error)
      return isStaleMvpd(error.code)
        ? Effect.as(records.selection.remove, otherwise(error.code, undefined))
        : Effect.succeed(otherwise(error.code, mvpd))
    })
  )

const ask = <Value>(port: () => Promise<Value>): Effect.Effect<Value, EntitlementError> =>
  Effect.tryPromise({
    try: port,
    catch: (cause) => new EntitlementError({ _tag: "PartnerFramework", cause })
  })

const createPartnerSession = (context: EntitlementContext, partner: string, header: StatusHeader) => {
  const { serviceProvider, domainName, redirectUrl } = context.options
  return Effect.map(
    context.call("retrievePartnerAuthenticationRequest", ({ signal, headers }) =>
      context.restV2.POST("/api/v2/{serviceProvider}/sessions/sso/{partner}", {
        params: { path: { serviceProvider, partner }, header },
        body: { domainName, redirectUrl },
        signal,
        headers
      })
    ),
    (session) => receive(context, "retrievePartnerAuthenticationRequest", session)
  )
}

/** Calls operation 13 once, after the framework's response (M-SSO-5). */
const createPartnerProfile = (
  context: EntitlementContext,
  partner: string,
  samlResponse: string,
  header: StatusHeader
) => {
  const { serviceProvider } = context.options
  return Effect.map(
    context.call("createPartnerProfile", ({ signal, headers }) =>
      context.restV2.POST("/api/v2/{serviceProvider}/profiles/sso/{partner}", {
        params: { path: { serviceProvider, partner }, header },
        body: { SAMLResponse: encodedSaml(samlResponse) },
        signal,
        headers
      })
    ),
    (response) => readProfiles(response)
  )
}

/** Collapses white space, removes line breaks, and encodes the result in Base64. The form then URL-encodes it once. */
const encodedSaml = (samlResponse: string): string => {
  const clean = samlResponse
    .replace(/[\r\n]+/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()
  let bytes = ""
  // In chunks, because engines limit the number of arguments of a function.
  for (const byte of new TextEncoder().encode(clean)) bytes += String.fromCharCode(byte)
  return globalThis.btoa(bytes)
}

import { partnerFrameworkStatusHeader, type PartnerFrameworkStatus } from "@tve-pass/client"
import { readProfiles } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { accessOf } from "../access/access-of.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
import { confirm, remember, unsupportedAction } from "../sign-in/branch.ts"
import type { PartnerSignInResult } from "../sign-in/partner-sign-in-result.ts"
import { receive } from "../sign-in/session.ts"
import { isValidStatus } from "./partner-status.ts"
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
    const providerId = status.frameworkProviderInfo?.id
    const mvpd = listed.find(({ id, partner }) => providerId !== undefined && (partner?.mappingId ?? id) === providerId)
    if (!isValidStatus(status, context.clock.currentTimeMillisUnsafe())) {
      return otherwise(`the permission is ${status.frameworkPermissionInfo.accessStatus}`, mvpd)
    }
    yield* remember(context, mvpd)
    const session = yield* createPartnerSession(context, framework.partner, status)
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
    if (response === undefined) return otherwise("the framework returned no metadata", mvpd)
    return yield* createPartnerProfile(context, framework.partner, response, mvpd)
  })

const ask = <Value>(port: () => Promise<Value>): Effect.Effect<Value, EntitlementError> =>
  Effect.tryPromise({
    try: port,
    catch: (cause) => new EntitlementError({ _tag: "PartnerFramework", cause })
  })

const createPartnerSession = (context: EntitlementContext, partner: string, status: PartnerFrameworkStatus) => {
  const { serviceProvider, domainName, redirectUrl } = context.options
  return Effect.map(
    context.call("retrievePartnerAuthenticationRequest", ({ signal, headers }) =>
      context.restV2.POST("/api/v2/{serviceProvider}/sessions/sso/{partner}", {
        params: { path: { serviceProvider, partner }, header: partnerFrameworkStatusHeader(status) },
        body: { domainName, redirectUrl },
        signal,
        headers
      })
    ),
    (session) => receive(context, "retrievePartnerAuthenticationRequest", session)
  )
}

/**
 * Calls operation 13 once, after the framework's response (M-SSO-5). If the server refuses, another sign-in follows.
 */
const createPartnerProfile = (
  context: EntitlementContext,
  partner: string,
  { samlResponse, status }: { readonly samlResponse: string; readonly status: PartnerFrameworkStatus },
  mvpd: SelectedMvpd | undefined
): Effect.Effect<PartnerSignInResult, EntitlementError> => {
  const { serviceProvider } = context.options
  return context
    .call("createPartnerProfile", ({ signal, headers }) =>
      context.restV2.POST("/api/v2/{serviceProvider}/profiles/sso/{partner}", {
        params: { path: { serviceProvider, partner }, header: partnerFrameworkStatusHeader(status) },
        body: { SAMLResponse: encodedSaml(samlResponse) },
        signal,
        headers
      })
    )
    .pipe(
      Effect.flatMap((response): Effect.Effect<PartnerSignInResult> => {
        const [profile] = readProfiles(response)
        if (profile === undefined) return Effect.succeed(otherwise("the partner profile is empty", mvpd))
        return Effect.map(
          context.keepAccess(accessOf(profile, mvpd, context.clockOffset())),
          (access): PartnerSignInResult => ({ kind: "signed-in", access })
        )
      }),
      Effect.catch((error): Effect.Effect<PartnerSignInResult, EntitlementError> => {
        const { reason, code } = error
        const isRefused = reason._tag === "Refused" && reason.failure.httpStatus === 400
        return isRefused ? Effect.succeed(otherwise(code, mvpd)) : Effect.fail(error)
      })
    )
}

/** Collapses white space, removes line breaks, and encodes the result in Base64. The form then URL-encodes it once. */
const encodedSaml = (samlResponse: string): string => {
  const clean = samlResponse
    .replace(/[\r\n]+/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()
  return globalThis.btoa(String.fromCharCode(...new TextEncoder().encode(clean)))
}

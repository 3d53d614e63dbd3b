import { expectTypeOf } from "vitest"
import { handlers, type ExampleOf, type StatusOf } from "../../src/msw/index.ts"

// Checked by the compiler alone: what the specs do not document does not type-check.

expectTypeOf<StatusOf<"registerClient">>().toEqualTypeOf<201 | 400 | 429>()
expectTypeOf<"resume">().toExtend<ExampleOf<"createAuthenticationSession">>()
expectTypeOf<"nonsense">().not.toExtend<ExampleOf<"createAuthenticationSession">>()

type RegistrationErrorCode =
  | "invalid_request"
  | "invalid_redirect_uri"
  | "invalid_software_statement"
  | "unapproved_software_statement"
  | (string & Record<never, never>)

handlers.dcr.registerClient(({ response, parameters }) => {
  expectTypeOf(parameters).toEqualTypeOf<Record<never, never>>()
  expectTypeOf(response(400).json).parameter(0).toEqualTypeOf<{ readonly error: RegistrationErrorCode }>()
  // @ts-expect-error -- an undocumented status
  response(418)
  // @ts-expect-error -- a 429 is HTML
  response(429).json({})
  // @ts-expect-error -- a 201 has a body
  response(201).empty()
  // @ts-expect-error -- the body is not that of the specs
  response(400).json({ code: "invalid_request" })
  return response(429).html("<html></html>")
})

handlers.restV2.retrieveProfileForMvpd(({ response, parameters }) => {
  expectTypeOf(parameters).toEqualTypeOf<{ readonly serviceProvider: string; readonly mvpd: string }>()
  return response(401).empty()
})

handlers.restV2.performAuthentication(({ response }) => {
  // @ts-expect-error -- a redirect has no body
  response(302).html("")
  return response(302).empty({ headers: { location: "/x" } })
})

// @ts-expect-error -- a response has to be built, or be called undocumented
handlers.restV2.retrieveProfiles(() => new Response())

handlers.restV2.retrieveProfiles(({ response }) => response.undocumented(new Response()))

// @ts-expect-error -- no example has this name
handlers.dcr.registerClient("nonsense")

// @ts-expect-error -- no operation has this name
handlers.restV2.registerClient()

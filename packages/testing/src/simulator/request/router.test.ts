import { expect, it } from "vitest"
import { route } from "./router.ts"

const operationOf = (method: string, path: string) => {
  const target = route(method, path)
  return target._tag === "Operation" ? [target.operation.id, target.parameters] : target._tag
}

it("lets a literal segment win over a parameter", () => {
  expect(operationOf("GET", "/api/v2/authenticate/profiles/8ER640M")).toEqual([
    "performAuthentication",
    { serviceProvider: "profiles", code: "8ER640M" }
  ])
  expect(operationOf("GET", "/api/v2/REF30/profiles/code/8ER640M")).toEqual([
    "retrieveProfileForCode",
    { serviceProvider: "REF30", code: "8ER640M" }
  ])
})

it("distinguishes paths that collide by their length", () => {
  expect(operationOf("POST", "/api/v2/REF30/sessions/sso")).toEqual([
    "resumeAuthenticationSession",
    { serviceProvider: "REF30", code: "sso" }
  ])
  expect(operationOf("POST", "/api/v2/REF30/sessions/sso/Apple")).toEqual([
    "retrievePartnerAuthenticationRequest",
    { serviceProvider: "REF30", partner: "Apple" }
  ])
})

it("leaves what is below neither API to the login page", () => {
  expect([operationOf("GET", "/adobe-services/logout"), operationOf("GET", "/o/client/scopes")]).toEqual([
    "Elsewhere",
    "UnknownPath"
  ])
})

import { expectTypeOf } from "vitest"
import { match, type EnhancedError, type Failure, type Known } from "../src/index.ts"
import type { Permit, RestV2Client, Schemas } from "../src/rest-v2/index.ts"

type SessionActionName = Schemas["SessionActionName"]

// An unknown value is a value of every open enum.
declare const unknown: string
export const actionName: SessionActionName = unknown
export const code: EnhancedError["code"] = unknown
export const action: EnhancedError["action"] = unknown
export const source: Permit["source"] = unknown
export const profileType: Schemas["ProfileType"] = unknown
export const osName: Schemas["OsName"] = "Tizen"

// The known values stay known: completion and comparison.
expectTypeOf<Known<SessionActionName>>().toEqualTypeOf<
  "authenticate" | "resume" | "retry" | "authorize" | "partner_profile"
>()
expectTypeOf<Known<Schemas["ProfileType"]>>().toEqualTypeOf<
  "regular" | "platformSSO" | "serviceTokenSSO" | "appleSSO" | "degraded" | "temporary"
>()
expectTypeOf<Known<Schemas["DecisionSource"]>>().toEqualTypeOf<"mvpd" | "degradation" | "temppass" | "dummy">()
expectTypeOf<"network_received_error">().toExtend<Known<EnhancedError["code"]>>()
expectTypeOf<string>().not.toExtend<Known<EnhancedError["code"]>>()

// Comparing narrows the known values to the one compared with, and leaves every other string open.
export const compare = (session: Schemas["Session"]): void => {
  if (session.actionName === "authenticate") {
    expectTypeOf<Known<typeof session.actionName>>().toEqualTypeOf<"authenticate">()
    return
  }
  expectTypeOf<"dance">().toExtend<typeof session.actionName>()
  expectTypeOf<Known<typeof session.actionName>>().toEqualTypeOf<"resume" | "retry" | "authorize" | "partner_profile">()
}

// A switch over all known values does not end there.
export const switchOver = ({ type }: Schemas["Profile"]): string => {
  switch (type) {
    case "regular":
    case "platformSSO":
    case "serviceTokenSSO":
    case "appleSSO":
    case "degraded":
    case "temporary":
      return type
    default:
      expectTypeOf(type).toExtend<string>()
      expectTypeOf(type).not.toEqualTypeOf<never>()
      return `unknown ${type}`
  }
}

const cases = {
  mvpd: (source: "mvpd") => source.length,
  degradation: () => 1,
  temppass: () => 2,
  dummy: () => 3
}

export const matching = (source: Schemas["DecisionSource"]): void => {
  expectTypeOf(match(source, cases, (value) => value.length)).toEqualTypeOf<number>()
  const { dummy: _left, ...incomplete } = cases
  // @ts-expect-error every known value needs a case
  match(source, incomplete, () => 0)
  // @ts-expect-error so does a value that is not known
  match(source, cases)
  // @ts-expect-error a case that no known value has is a mistake
  match(source, { mvpd: () => 1, degradation: () => 1, temppass: () => 2, dummy: () => 3, oracle: () => 4 }, () => 0)
}

// Failures are distinguished by tag, not by code.
export const tagged = (failure: Failure): void => {
  if (failure._tag === "EnhancedError") expectTypeOf(failure.status).toEqualTypeOf<number>()
  // @ts-expect-error only an enhanced error has an action
  void failure.action
}

// Requests take values of open enums as well.
export const send = (client: RestV2Client, partner: string) =>
  client.POST("/api/v2/{serviceProvider}/sessions/sso/{partner}", {
    params: {
      path: { serviceProvider: "REF30", partner },
      header: { "AP-Device-Identifier": "", "X-Device-Info": "", "AP-Partner-Framework-Status": "" }
    },
    body: {}
  })

// `NonNullable` keeps the known values.
export const matchingPresent = (source: NonNullable<Schemas["DecisionSource"] | undefined>): void => {
  expectTypeOf<Known<typeof source>>().toEqualTypeOf<"mvpd" | "degradation" | "temppass" | "dummy">()
  match(source, cases, () => 0)
  // @ts-expect-error every known value needs a case
  match(source, { mvpd: () => 1 }, () => 0)
}

// A type without known values could not be exhaustive.
export const matchingString = (value: string, none: string & {}): void => {
  // @ts-expect-error a string has no known values
  match(value, {}, () => 0)
  // @ts-expect-error nor has what is left of them
  match(none, {}, () => 0)
}

import * as fc from "fast-check"
import type { Operation } from "../fake-server/fake-adobe-pass.ts"

/** What can go wrong on the way to the server and back. */
export const faults = [
  "429",
  "429 with Retry-After",
  "503",
  "reset",
  "hang",
  "HTML",
  "truncated JSON",
  "missing fields",
  "invalid_client",
  "unknown code",
  "401",
  "application-registration",
  "redirect to a foreign origin"
] as const

export type Fault = (typeof faults)[number]

/** One thing that happens in a history. `app` is one of two processes on the same store. */
export type Step =
  | { readonly type: "call"; readonly app: 0 | 1; readonly abortAfter: number | undefined }
  | { readonly type: "token"; readonly app: 0 | 1; readonly abortAfter: number | undefined }
  | { readonly type: "call a foreign origin"; readonly app: 0 | 1 }
  | { readonly type: "forget"; readonly app: 0 | 1 }
  | { readonly type: "wait"; readonly millis: number }
  | { readonly type: "set the wall clock"; readonly millis: number }
  | { readonly type: "restart"; readonly app: 0 | 1 }
  | { readonly type: "lose the token" }
  | { readonly type: "damage"; readonly record: "credentials" | "token" | "registration-guard" }
  | { readonly type: "expire tokens" }
  | { readonly type: "revoke clients" }
  | { readonly type: "fault"; readonly operation: Operation; readonly fault: Fault; readonly times: number }

const app = fc.constantFrom(0, 1) satisfies fc.Arbitrary<0 | 1>
const abortAfter = fc.option(fc.constantFrom(0, 10, 600, 5000), { nil: undefined, freq: 3 })
const hour = 3_600_000

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("call"), app, abortAfter }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("token"), app, abortAfter }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("call a foreign origin"), app }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("forget"), app }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("wait"),
      millis: fc.constantFrom(1, 499, 999, 1001, 6000, 40_000, hour, 5.99 * hour)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("set the wall clock"), millis: fc.constantFrom(-hour, hour, -24 * hour) })
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("restart"), app }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("lose the token") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("damage"),
      record: fc.constantFrom("credentials", "token", "registration-guard")
    })
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("expire tokens") }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("revoke clients") }) },
  {
    weight: 7,
    arbitrary: fc.record({
      type: fc.constant("fault"),
      operation: fc.constantFrom("register", "token", "call"),
      fault: fc.constantFrom(...faults),
      times: fc.constantFrom(1, 1, 1, 2, 5)
    })
  }
)

/** Any mix of steps. */
export const history: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(step, { minLength: 1, maxLength: 14 })

import * as fc from "fast-check"

/** What may happen to an application whose viewer signs in. */
export type Step =
  | { readonly do: "sign-in-with-code" | "resume" | "cancel" | "renew" | "show" | "reload" | "start" | "authorize" }
  | { readonly do: "wait"; readonly millis: number }
  /** The device's wall clock is set, while the time goes on. */
  | { readonly do: "set-clock"; readonly millis: number }
  /** The viewer signs in on the second screen, or the server drops the code. */
  | { readonly do: "viewer-signs-in" | "code-refused" | "credentials-replaced" }
  /** What happens to the next requests. */
  | { readonly do: "network"; readonly fault: Fault; readonly times: number }

/** What the application gets instead of a response. */
export type Fault =
  | "offline"
  | "hang"
  | "429"
  | "503"
  | "401"
  | "auth-error-that-heals"
  | "auth-error-that-cannot-heal"
  | "captive-portal"

const named = <Name extends Step["do"]>(...names: ReadonlyArray<Name>) =>
  fc.constantFrom(...names).map((name) => ({ do: name }))

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: named("sign-in-with-code") },
  { weight: 6, arbitrary: named("cancel", "renew", "show", "reload", "resume", "start", "authorize") },
  { weight: 3, arbitrary: named("viewer-signs-in", "code-refused", "credentials-replaced") },
  { weight: 8, arbitrary: fc.constantFrom(1, 900, 2_999, 3_000, 5_000, 17_000, 19_000).map(wait) },
  { weight: 2, arbitrary: fc.constantFrom(-86_400_000, -4_000, 2_000, 3_600_000).map(setClock) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("network" as const),
      fault: fc.constantFrom<Fault>(
        "offline",
        "hang",
        "429",
        "503",
        "401",
        "auth-error-that-heals",
        "auth-error-that-cannot-heal",
        "captive-portal"
      ),
      times: fc.constantFrom(1, 2, 5)
    })
  }
)

function wait(millis: number): Step {
  return { do: "wait", millis }
}

function setClock(millis: number): Step {
  return { do: "set-clock", millis }
}

/** A history of an application. */
export const history: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(step, { minLength: 4, maxLength: 12 })

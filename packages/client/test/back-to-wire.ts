import type { EnhancedError } from "../src/index.ts"
import type {
  AuthenticatedProfile,
  AuthenticationSession,
  AuthenticationSessionDetails,
  PendingLogout,
  ResourceDecision
} from "../src/rest-v2/index.ts"

/** Turns the result of a reader back into a response, in the form of {@link canonical}. */
export const backToWire = {
  session: ({ missingParameters, ...session }: AuthenticationSession) =>
    missingParameters.length === 0 ? session : { ...session, missingParameters },

  sessionDetails: ({ missingParameters, ...details }: AuthenticationSessionDetails) =>
    missingParameters.length === 0 ? details : { ...details, missingParameters },

  profiles: (profiles: ReadonlyArray<AuthenticatedProfile>) => ({
    profiles: Object.fromEntries(
      profiles.map(({ mvpd, attributes, ...profile }) => [mvpd, { ...profile, attributes: attributesOf(attributes) }])
    )
  }),

  decisions: (decisions: ReadonlyArray<ResourceDecision>) => ({
    decisions: decisions.map((decision) => {
      if (decision.kind === "undecided") return decision
      if (decision.kind === "permit") return { ...without(decision, "kind"), authorized: true }
      const { failure } = decision
      return {
        ...without(without(decision, "kind"), "failure"),
        authorized: false,
        ...(failure === undefined ? {} : { error: backToWire.enhancedError(failure) })
      }
    })
  }),

  logouts: (logouts: ReadonlyArray<PendingLogout>) => ({
    logouts: Object.fromEntries(logouts.map((logout) => [logout.mvpd, logout]))
  }),

  enhancedError: (error: EnhancedError) => without(without(without(error, "_tag"), "httpStatus"), "reaction")
}

const attributesOf = (attributes: AuthenticatedProfile["attributes"]) =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, { value, encrypted }]) => [
      key,
      { value, state: encrypted ? "enc" : "plain" }
    ])
  )

const without = <Value extends object, Name extends keyof Value>(value: Value, name: Name): Omit<Value, Name> => {
  const { [name]: _left, ...others } = value
  return others
}

/** How the television is set up: what a person chooses in its settings, or what it is. */
export interface TelevisionSetUp {
  /** Which television of the household. */
  readonly television: "living-room" | "kitchen"
  /** Which of two applications of the same television. */
  readonly application: "first" | "second"
  readonly singleSignOn: "none" | "platform-identity" | "service-token" | "apple" | "apple-denied"
}

export const defaultSetUp: TelevisionSetUp = {
  television: "living-room",
  application: "first",
  singleSignOn: "none"
}

const read = <Value extends string>(value: string | null, values: readonly [Value, ...ReadonlyArray<Value>]): Value =>
  values.find((known) => known === value) ?? values[0]

/** Returns the set-up that the query of the television's address describes. */
export const readSetUp = (query: string): TelevisionSetUp => {
  const parameters = new URLSearchParams(query)
  return {
    television: read(parameters.get("television"), ["living-room", "kitchen"]),
    application: read(parameters.get("application"), ["first", "second"]),
    singleSignOn: read(parameters.get("singleSignOn"), [
      "none",
      "platform-identity",
      "service-token",
      "apple",
      "apple-denied"
    ])
  }
}

/** Returns the query of the television's address for a set-up. */
export const writeSetUp = (setUp: TelevisionSetUp): string => new URLSearchParams({ ...setUp }).toString()

/** Returns the set-up in which a scenario can be played. */
export const setUpOf = (scenario: string): TelevisionSetUp => {
  switch (scenario) {
    case "sso-by-platform-identity":
      return { ...defaultSetUp, singleSignOn: "platform-identity" }
    case "sso-by-service-token":
      return { ...defaultSetUp, singleSignOn: "service-token" }
    case "sso-by-partner":
    case "logout-by-partner":
      return { ...defaultSetUp, singleSignOn: "apple" }
    case "partner-fallback":
      return { ...defaultSetUp, singleSignOn: "apple-denied" }
    default:
      return defaultSetUp
  }
}

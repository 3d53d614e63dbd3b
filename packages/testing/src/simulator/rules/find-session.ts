import type { Call } from "../request/call.ts"
import { hasCodeFormat, type Session } from "../state/sessions.ts"
import type { SimulatorState } from "../state/state.ts"

export type FoundSession =
  | { readonly _tag: "Live"; readonly session: Session }
  | { readonly _tag: "Unavailable"; readonly code: "invalid_authentication_session" | "invalid_parameter_code" }

/**
 * Returns the session of a call's code, or the error for a code that is expired, superseded, unknown, or of another
 * service provider.
 */
export const findSession = (call: Call, state: SimulatorState): FoundSession => {
  const { readings } = state.settings
  const given = call.pathParameters["code"] ?? ""
  const code = readings.codeCase === "insensitive" ? given.toUpperCase() : given
  if (!hasCodeFormat(code)) return { _tag: "Unavailable", code: readings.malformedCode }
  const session = state.sessions.find(code)
  if (session === undefined || session.notAfter <= call.now) {
    return { _tag: "Unavailable", code: "invalid_authentication_session" }
  }
  if (session.owner.serviceProvider !== call.pathParameters["serviceProvider"]) {
    return { _tag: "Unavailable", code: "invalid_authentication_session" }
  }
  return { _tag: "Live", session }
}

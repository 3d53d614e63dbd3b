import type { Call } from "../request/call.ts"
import { reject } from "../request/violation.ts"
import { type SimulatedResponse, empty } from "./simulated-response.ts"

/** Why the body of a call could not be read, for the journal. */
export const noteUnreadableBody = (call: Call): void => {
  const contentType = call.operation.requestBody?.contentType ?? ""
  const reason = call.body._tag === "Unreadable" ? call.body.reason : "malformed"
  const messages = {
    contentType: `Content-Type has to be ${contentType}.`,
    malformed: "The body is not a JSON object.",
    tooLarge: "The body is larger than the simulator reads."
  }
  reject(call, "body", messages[reason])
}

/** A 400 without a body: no code exists for a body that is not a form (docs/protocol/errors.md section 6). */
export const unreadableBody = (call: Call): SimulatedResponse => {
  noteUnreadableBody(call)
  return empty(400)
}

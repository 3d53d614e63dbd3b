import type { Call } from "../call/call.ts"
import { shownNames } from "../call/shown-names.ts"
import { warn } from "../call/violation.ts"

/** Members that no page lists, and form parameters that are there twice. */
export const checkBodyMembers = (call: Call): void => {
  const { body, operation } = call
  if (body._tag !== "Form" && body._tag !== "Json") return
  const listed = new Set(operation.requestBody?.properties.map(({ name }) => name))
  const names = Object.keys(body._tag === "Form" ? body.parameters : body.value)
  const unlisted = names.filter((name) => !listed.has(name))
  if (unlisted.length > 0) warn(call, "body", `Not members of the body of this operation: ${shownNames(unlisted)}.`)
  if (body.repeated.length > 0) warn(call, "body", `Repeated in the body: ${shownNames(body.repeated)}.`)
}

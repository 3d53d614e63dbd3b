import type { Call } from "../call/call.ts"
import { warn } from "../call/violation.ts"

/** Members that no page lists, and form parameters that are there twice. */
export const checkBodyMembers = (call: Call): void => {
  const { body, operation } = call
  if (body._tag !== "Form" && body._tag !== "Json") return
  const listed = operation.requestBody?.properties ?? []
  const members = body._tag === "Form" ? body.parameters : body.value
  for (const name of Object.keys(members)) {
    if (!listed.some((property) => property.name === name)) {
      warn(call, "body", `\`${name}\` is not a member of the body of this operation.`)
    }
  }
  for (const name of body.repeated) warn(call, "body", `\`${name}\` is repeated.`)
}

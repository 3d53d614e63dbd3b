import type { Call } from "../call/call.ts"
import { readParameters } from "../call/parameters.ts"
import { shownNames } from "../call/shown-names.ts"
import { warn } from "../call/violation.ts"

/** Only documented parameters may be sent (docs/protocol/checklist.md, M-HDR-5). */
export const checkQueryNames = (call: Call): void => {
  if (call.query.size === 0) return
  const { parameters, repeated } = readParameters(call.query)
  const listed = new Set(call.operation.query.map(({ name }) => name))
  const unlisted = Object.keys(parameters).filter((name) => !listed.has(name))
  if (unlisted.length > 0) warn(call, "parameter", `Not query parameters of this operation: ${shownNames(unlisted)}.`)
  if (repeated.length > 0) warn(call, "parameter", `Repeated in the query: ${shownNames(repeated)}.`)
}

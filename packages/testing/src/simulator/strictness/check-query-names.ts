import type { Call } from "../call/call.ts"
import { warn } from "../call/violation.ts"

/** Only documented parameters may be sent (docs/protocol/checklist.md, M-HDR-5). */
export const checkQueryNames = (call: Call): void => {
  for (const name of new Set(call.query.keys())) {
    if (!call.operation.query.some((parameter) => parameter.name === name)) {
      warn(call, "parameter", `\`${name}\` is not a query parameter of this operation.`)
    }
    if (call.query.getAll(name).length > 1) warn(call, "parameter", `The query parameter \`${name}\` is repeated.`)
  }
}

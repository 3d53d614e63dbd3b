import type { Call } from "../call/call.ts"
import { warn } from "../call/violation.ts"

const acceptsJson = /(?:application|\*)\/(?:json|\*)/i

/** If sent, Accept has to allow JSON (docs/protocol/headers.md section 11). A user agent's navigation sends its own. */
export const checkAccept = (call: Call): void => {
  const accept = call.headers.get("accept")
  if (accept === null || acceptsJson.test(accept) || call.operation.id === "performAuthentication") return
  warn(call, "header", "Accept, if sent, has to be application/json;charset=utf-8.")
}

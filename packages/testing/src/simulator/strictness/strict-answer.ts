import type { Call } from "../call/call.ts"
import type { Violation } from "../call/violation.ts"
import { json, type Answer } from "../responses/answer.ts"
import { dcrError } from "../responses/dcr-error.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { gatewayPage } from "../responses/gateway-page.ts"
import type { World } from "../world.ts"

/**
 * What a strict simulator answers to a request that the real server would let pass: the documented error where there is
 * one, else a 400 that says what is wrong.
 */
export const strictAnswer = (call: Call, world: World): Answer | undefined => {
  const violation = call.violations.find(({ consequence }) => consequence === "ignored")
  if (!world.settings.strict || violation === undefined) return undefined
  if (call.operation.path.startsWith("/o/")) return dcrError("invalid_request")
  if (call.operation.id === "performAuthentication") return gatewayPage(400, "Bad Request")
  return violation.rule === "device-info"
    ? enhancedError(world.random, "invalid_header_device_info")
    : json(400, strictError(violation, world))
}

const strictError = ({ message }: Violation, world: World) => ({
  action: "none",
  status: 400,
  code: "strict_violation",
  message,
  trace: world.random.uuid()
})

import { empty, html, json, type Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import { gatewayPage } from "../responses/gateway-page.ts"
import { tooManyRequests } from "../throttle/too-many-requests.ts"
import type { World } from "../world.ts"
import type { Fault, StatusFault } from "./fault.ts"

/** What a fault answers in place of the operation; `undefined` when it leaves the operation's answer. */
export const faultAnswer = (fault: Fault, world: World, now: number): Answer | undefined => {
  if (fault.error !== undefined) return json(400, { error: fault.error })
  if (fault.enhancedError !== undefined) return enhancedError(world.random, fault.enhancedError, fault.details)
  if (fault.status !== undefined) return withHeaders(statusAnswer(fault, world, now), fault)
  return undefined
}

const statusAnswer = (fault: StatusFault, world: World, now: number): Answer => {
  if (fault.html === true) return gatewayPage(fault.status, "Error")
  if (fault.html !== undefined) return html(fault.status, fault.html)
  if (fault.json !== undefined) return json(fault.status, fault.json)
  return fault.status === 429 ? tooManyRequests(world.random, now) : empty(fault.status)
}

const withHeaders = (answer: Answer, { headers = {} }: StatusFault): Answer => ({
  ...answer,
  headers: [...(answer.headers ?? []), ...Object.entries(headers)]
})

import { readParameters } from "../request/call-body.ts"
import type { Call } from "../request/call.ts"
import { canonicalAddress } from "../request/ip-address.ts"
import { shownNames } from "../request/shown-names.ts"
import { warn } from "../request/violation.ts"
import { checkDeviceInfo } from "./check-device-info.ts"
import { checkHeaderNames } from "./check-header-names.ts"

const acceptsJson = /(?:application|\*)\/(?:json|\*)/i

/**
 * Checks that Accept, if sent, allows JSON (docs/protocol/headers.md section 11). Navigations of a user agent are
 * exempt.
 */
const checkAccept = (call: Call): void => {
  const accept = call.headers.get("accept")
  if (accept === null || acceptsJson.test(accept) || call.operation.id === "performAuthentication") return
  warn(call, "header", "Accept, if sent, has to be application/json;charset=utf-8.")
}

/** Warns about undocumented members and repeated form parameters. */
const checkBodyMembers = (call: Call): void => {
  const { body, operation } = call
  if (body._tag !== "Form" && body._tag !== "Json") return
  const listed = new Set(operation.requestBody?.properties.map(({ name }) => name))
  const names = Object.keys(body._tag === "Form" ? body.parameters : body.value)
  const unlisted = names.filter((name) => !listed.has(name))
  if (unlisted.length > 0) warn(call, "body", `Not members of the body of this operation: ${shownNames(unlisted)}.`)
  if (body.repeated.length > 0) warn(call, "body", `Repeated in the body: ${shownNames(body.repeated)}.`)
}

/** Checks that X-Forwarded-For is one public address, without list and port (docs/protocol/headers.md section 4). */
const checkForwardedFor = (call: Call): void => {
  const address = call.headers.get("x-forwarded-for")
  if (address === null || canonicalAddress(address) !== undefined) return
  warn(call, "forwarded-for", "X-Forwarded-For has to be one IP address, without a list and without a port.")
}

/** Warns about undocumented query parameters (docs/protocol/checklist.md, M-HDR-5). */
const checkQueryNames = (call: Call): void => {
  if (call.query.size === 0) return
  const { parameters, repeated } = readParameters(call.query)
  const listed = new Set(call.operation.query.map(({ name }) => name))
  // Adobe's OpenAPI file describes the parameters of the form as query parameters; the operation notes them.
  if (call.operation.id === "retrieveAccessToken") {
    for (const { name } of call.operation.requestBody?.properties ?? []) listed.add(name)
  }
  const unlisted = Object.keys(parameters).filter((name) => !listed.has(name))
  if (unlisted.length > 0) warn(call, "parameter", `Not query parameters of this operation: ${shownNames(unlisted)}.`)
  if (repeated.length > 0) warn(call, "parameter", `Repeated in the query: ${shownNames(repeated)}.`)
}

/** Records the violations of a request that the real server would silently ignore. */
export const checkRequest = (call: Call): void => {
  checkHeaderNames(call)
  checkQueryNames(call)
  checkBodyMembers(call)
  checkAccept(call)
  checkForwardedFor(call)
  checkDeviceInfo(call)
}

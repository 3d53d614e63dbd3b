import { type Operation, type OperationId, operations } from "../protocol/operations.ts"
import { transportHeaders } from "../protocol/transport-headers.ts"
import type { Call } from "../request/call.ts"
import { shownNames } from "../request/shown-names.ts"
import { warn } from "../request/violation.ts"

/** Read where listed and harmless elsewhere: a device may send them on every call (C-V2-1). */
const deviceHeaders = ["ap-device-identifier", "x-device-info"]

const expectedBy = (operation: Operation): ReadonlySet<string> =>
  new Set([
    ...transportHeaders,
    ...operation.headers.map(({ name }) => name.toLowerCase()),
    ...(operation.authorization === "bearer" ? ["authorization", ...deviceHeaders] : []),
    ...(operation.requestBody === undefined ? [] : ["content-type"]),
    // Reported as a second mechanism of client authentication.
    ...(operation.id === "retrieveAccessToken" ? ["authorization"] : []),
    // A user agent sends what it likes.
    ...(operation.id === "performAuthentication" ? ["accept"] : [])
  ])

const expected = Object.fromEntries(
  Object.values(operations).map((operation) => [operation.id, expectedBy(operation)])
) as Readonly<Record<OperationId, ReadonlySet<string>>>

/** Only documented headers may be sent (docs/protocol/checklist.md, M-HDR-5). */
export const checkHeaderNames = (call: Call): void => {
  const names = expected[call.operation.id]
  const unlisted: string[] = []
  for (const name of call.headers.keys()) if (!names.has(name) && !name.startsWith("sec-")) unlisted.push(name)
  if (unlisted.length === 0) return
  // The grammar of HTTP keeps header names plain.
  warn(call, "header", `Not headers of this operation: ${shownNames(unlisted, (name) => name)}.`)
}

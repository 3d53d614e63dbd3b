import type { Call } from "../call/call.ts"
import { shownNames } from "../call/shown-names.ts"
import { transportHeaders } from "../call/transport-headers.ts"
import { warn } from "../call/violation.ts"
import { operations, type Operation, type OperationId } from "../operations/operation.ts"

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

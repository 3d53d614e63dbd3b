import { type Operation, type OperationId, operations } from "../protocol/operations.ts"
import { transportHeaders } from "../protocol/transport-headers.ts"
import type { Call } from "../request/call.ts"
import { shownNames } from "../request/shown-names.ts"
import { warn } from "../request/violation.ts"

/** A device may send these headers with every call, including calls that do not list them (C-V2-1). */
const deviceHeaders = ["ap-device-identifier", "x-device-info"]

const expectedBy = (operation: Operation): ReadonlySet<string> =>
  new Set([
    ...transportHeaders,
    ...operation.headers.map(({ name }) => name.toLowerCase()),
    ...(operation.authorization === "bearer" ? ["authorization", ...deviceHeaders] : []),
    ...(operation.requestBody === undefined ? [] : ["content-type"]),
    // Reported as a second mechanism of client authentication.
    ...(operation.id === "retrieveAccessToken" ? ["authorization"] : []),
    // User agents send headers that the application does not control.
    ...(operation.id === "performAuthentication" ? ["accept"] : [])
  ])

const expected = Object.fromEntries(
  Object.values(operations).map((operation) => [operation.id, expectedBy(operation)])
) as Readonly<Record<OperationId, ReadonlySet<string>>>

/** Warns about undocumented headers (docs/protocol/checklist.md, M-HDR-5). */
export const checkHeaderNames = (call: Call): void => {
  const names = expected[call.operation.id]
  const unlisted: string[] = []
  for (const name of call.headers.keys()) if (!names.has(name) && !name.startsWith("sec-")) unlisted.push(name)
  if (unlisted.length === 0) return
  // The grammar of HTTP keeps header names plain.
  warn(call, "header", `Not headers of this operation: ${shownNames(unlisted, (name) => name)}.`)
}

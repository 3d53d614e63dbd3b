import type { Clock } from "../clock/clock.ts"
import type { CorruptedBody } from "./fault.ts"

/** Returns the response with a truncated or slow body, or with another content type. */
export const corruptBody = async (
  response: Response,
  { truncate, slowBody, contentType }: CorruptedBody,
  clock: Clock,
  signal: AbortSignal
): Promise<Response> => {
  if (truncate === undefined && slowBody === undefined && contentType === undefined) return response
  const headers = new Headers(response.headers)
  if (contentType !== undefined) headers.set("content-type", contentType)
  const whole = new Uint8Array(await response.arrayBuffer())
  const kept = truncate === undefined ? whole : whole.slice(0, truncate === true ? whole.length >> 1 : truncate)
  const body = slowBody === undefined ? kept : slowly(kept, slowBody, clock, signal)
  return new Response(whole.length === 0 ? null : body, { status: response.status, headers })
}

const slowly = (
  bytes: Uint8Array,
  { bytes: size, everyMilliseconds }: NonNullable<CorruptedBody["slowBody"]>,
  clock: Clock,
  signal: AbortSignal
): ReadableStream<Uint8Array> => {
  const cancelled = new AbortController()
  let sent = 0
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (sent >= bytes.length) return controller.close()
        await clock.sleep(everyMilliseconds, AbortSignal.any([signal, cancelled.signal]))
        controller.enqueue(bytes.slice(sent, sent + size))
        sent += size
      },
      cancel: (reason) => cancelled.abort(reason)
    },
    { highWaterMark: 0 }
  )
}

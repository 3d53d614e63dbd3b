import type { PlaygroundHost } from "../host/playground-host.ts"

const headers = { "content-type": "text/event-stream", "cache-control": "no-store" }

/** Sends the events of a playground to pages, as server-sent events. */
export const createEventStreams = (subscribe: PlaygroundHost["subscribe"]) => {
  const open = new Set<() => void>()
  const encoder = new TextEncoder()
  return {
    /** Returns the response that carries the events until its client leaves. */
    open: (): Response => {
      let stop: (() => void) | undefined
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          const unsubscribe = subscribe((event) =>
            controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`))
          )
          const end = () => {
            stop?.()
            controller.close()
          }
          stop = () => {
            unsubscribe()
            open.delete(end)
          }
          open.add(end)
        },
        cancel: () => stop?.()
      })
      return new Response(body, { headers })
    },
    /** Ends all streams. */
    end: (): void => open.forEach((end) => end())
  }
}

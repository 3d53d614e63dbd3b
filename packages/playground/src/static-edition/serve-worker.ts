import type { PlaygroundHost } from "../host/playground-host.ts"
import type { BridgeAbort, BridgeRequest, BridgeResponse } from "./bridge-message.ts"
import { createPaths, type Paths } from "./paths.ts"

/** Responds to what the worker passes on, with the playground of this page. */
export const serveWorker = (playground: PlaygroundHost, folder: URL): void => {
  const paths = createPaths(folder)
  navigator.serviceWorker.addEventListener("message", ({ data, ports: [port] }) => {
    // Boundary: the worker of this package sends its own type.
    const message = data as BridgeRequest
    if (port === undefined || message.kind !== "request") return
    const caller = new AbortController()
    port.addEventListener("message", (event) => {
      // Boundary: see above.
      if ((event.data as BridgeAbort).kind === "abort") caller.abort()
    })
    port.start()
    void respond(message, { playground, paths, signal: caller.signal }).then((response) =>
      port.postMessage(response, response.kind === "response" ? [response.body] : [])
    )
  })
  navigator.serviceWorker.startMessages()
}

interface Context {
  readonly playground: PlaygroundHost
  readonly paths: Paths
  readonly signal: AbortSignal
}

const respond = async (message: BridgeRequest, { playground, paths, signal }: Context): Promise<BridgeResponse> => {
  const { method, headers, body, referrer } = message
  const url = new URL(paths.toSimulator(message.url))
  try {
    const own = ownResponse(url, playground)
    const request = new Request(url, {
      method,
      headers: headers.map(([name, value]) => [name, value]),
      // Tells the television from the phone.
      referrer,
      signal,
      ...(body === undefined ? {} : { body })
    })
    return await toMessage(own ?? (await playground.handle(request)), paths)
  } catch {
    // The simulator does not respond, or the caller has gone away.
    return { kind: "broken" }
  }
}

/** Responds to what belongs to the playground itself. */
const ownResponse = ({ pathname, searchParams }: URL, playground: PlaygroundHost): Response | undefined => {
  switch (pathname) {
    case "/playground/settings":
      return Response.json(playground.settings())
    case "/playground/partner-response":
      return new Response(playground.partnerResponse(searchParams.get("mvpd") ?? ""))
    default:
      return undefined
  }
}

const toMessage = async (response: Response, paths: Paths): Promise<BridgeResponse> => {
  if (response.type === "error") return { kind: "broken" }
  const { status } = response
  const headers = [...response.headers].map(([name, value]) => [name, paths.toFolder(value)] as const)
  const isText = /json|html/.test(response.headers.get("content-type") ?? "")
  const body = isText
    ? new TextEncoder().encode(paths.toFolder(await response.text())).buffer
    : await response.arrayBuffer()
  return { kind: "response", status, headers, body }
}

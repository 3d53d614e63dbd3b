import type { BridgeAbort, BridgeRequest, BridgeResponse } from "./bridge-message.ts"

// Boundary: the compiler takes the scope of a worker for that of any worker.
const worker = self as unknown as ServiceWorkerGlobalScope

/**
 * The bridge: what the devices send to the simulator's paths, and the addresses that they open below the worker's scope, get
 * their responses from the page of the playground. The state is in the page, since browsers stop idle workers.
 */
const scope = new URL(worker.registration.scope)

const paths = /^(?:o\/|api\/v2\/|simulated-mvpd\/|adobe-services\/|playground\/)/

/** Requests of the devices go to the root of the origin. A worker sees addresses that are opened below its scope only. */
const isForSimulator = ({ origin, pathname }: URL): boolean =>
  origin === scope.origin &&
  [scope.pathname, "/"].some((base) => pathname.startsWith(base) && paths.test(pathname.slice(base.length)))

worker.addEventListener("install", () => void worker.skipWaiting())
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener("fetch", (event) => {
  if (isForSimulator(new URL(event.request.url))) event.respondWith(respond(event.request))
})

const respond = async (request: Request): Promise<Response> => {
  const page = await findPage()
  if (page === undefined) return new Response("The page of the playground is closed.", { status: 503 })
  const { url, method, referrer, signal } = request
  const body = method === "GET" || method === "HEAD" ? {} : { body: await request.arrayBuffer() }
  const message: BridgeRequest = { kind: "request", url, method, headers: [...request.headers], referrer, ...body }
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise<BridgeResponse>((resolve) => {
    // Boundary: the page of the playground sends its own type.
    port1.addEventListener("message", ({ data }) => resolve(data as BridgeResponse))
    port1.start()
  })
  const abort: BridgeAbort = { kind: "abort" }
  signal.addEventListener("abort", () => port1.postMessage(abort))
  page.postMessage(message, [port2])
  return toResponse(await answered, url)
}

/** The page in front comes first; a page in another tab has handed over to it. */
const findPage = async (): Promise<Client | undefined> => {
  const pages = await worker.clients.matchAll({ type: "window" })
  return pages.find(({ url, frameType }) => {
    const { pathname } = new URL(url)
    return frameType === "top-level" && [scope.pathname, `${scope.pathname}index.html`].includes(pathname)
  })
}

const toResponse = (response: BridgeResponse, url: string): Response => {
  if (response.kind === "broken") return Response.error()
  const { status, headers, body } = response
  const location = headers.find(([name]) => name.toLowerCase() === "location")?.[1]
  // Browsers follow only a redirect of this kind when an address is opened.
  if (location !== undefined && status >= 300 && status < 400) return Response.redirect(new URL(location, url), status)
  const isEmpty = status === 204 || status === 304
  return new Response(isEmpty ? null : body, { status, headers: headers.map(([name, value]) => [name, value]) })
}

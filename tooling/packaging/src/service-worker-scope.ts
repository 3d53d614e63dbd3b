import { readFileSync } from "node:fs"
import { createContext, Script } from "node:vm"

/** What Node and a service worker have in common. The language's own globals are in every context. */
const shared = [
  "fetch",
  "Request",
  "Response",
  "Headers",
  "FormData",
  "Blob",
  "URL",
  "URLSearchParams",
  "AbortController",
  "AbortSignal",
  "Event",
  "EventTarget",
  "DOMException",
  "MessageChannel",
  "ReadableStream",
  "WritableStream",
  "TransformStream",
  "TextEncoder",
  "TextDecoder",
  "crypto",
  "performance",
  "console",
  "atob",
  "btoa",
  "queueMicrotask",
  "structuredClone",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval"
] as const

/** A running worker. */
export interface ServiceWorkerScope {
  /** Names of all globals that the worker finds. */
  readonly globals: ReadonlyArray<string>
  /** What the worker answers a page that fetches `path`; rejects if it leaves that to the network. */
  readonly fetch: (path: string) => Promise<Response>
}

interface ServiceWorkerScopeOptions {
  /** Classic script. */
  readonly file: string
  /** Where it was registered from, query included. */
  readonly location: string
  /** The cache storage, by name, that outlives a worker. */
  readonly caches: Map<string, Map<string, string>>
}

/** Runs a script in a context that has what a service worker has and nothing else of Node, nor of a page. */
export const startServiceWorker = ({ file, location, caches }: ServiceWorkerScopeOptions): ServiceWorkerScope => {
  const listeners = new Map<string, (event: object) => void>()
  const scope: Record<string, unknown> = Object.fromEntries(
    // Boundary: these names are globals of Node.
    shared.map((name) => [name, (globalThis as unknown as Record<string, unknown>)[name]])
  )
  scope["self"] = scope
  scope["location"] = new URL(location)
  scope["caches"] = { open: async (name: string) => textCache(caches, name) }
  scope["addEventListener"] = (type: string, listener: (event: object) => void) => void listeners.set(type, listener)
  createContext(scope)
  const globals: ReadonlyArray<string> = new Script("Object.getOwnPropertyNames(globalThis)").runInContext(scope)
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(scope)
  return {
    globals,
    fetch: (path) =>
      new Promise((resolve, reject) => {
        const request = new Request(new URL(path, location))
        listeners.get("fetch")?.({ request, respondWith: resolve })
        reject(new Error(`The worker does not answer ${path}`))
      })
  }
}

/** As much of a `Cache` as holds texts. */
const textCache = (caches: Map<string, Map<string, string>>, name: string) => {
  const texts = caches.get(name) ?? new Map<string, string>()
  caches.set(name, texts)
  return {
    match: async ({ url }: Request) => (texts.has(url) ? new Response(texts.get(url) ?? "") : undefined),
    put: async ({ url }: Request, response: Response) => void texts.set(url, await response.text()),
    delete: async ({ url }: Request) => texts.delete(url)
  }
}

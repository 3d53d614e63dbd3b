import { createHash } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage } from "node:http"
import type { Manifest } from "../published-packages.ts"

/** A version that somebody published. */
export interface Upload {
  readonly name: string
  readonly version: string
  readonly manifest: Manifest
  /** SHA-512 of the tarball, in base64. */
  readonly digest: string
  readonly tag: string | undefined
  /** The `Authorization` that it came with. */
  readonly authorization: string | undefined
}

export interface PublishingRegistry {
  readonly origin: string
  /** In the order in which they arrived. */
  readonly uploads: ReadonlyArray<Upload>
  /** Requests for anything else than what a registry and GitHub's token service offer, `GET /path`. */
  readonly strangers: ReadonlyArray<string>
  /** Fails uploads of this package from now on; `undefined` accepts all. */
  refuse: (name: string | undefined) => void
  readonly close: () => Promise<void>
}

/**
 * A registry on this machine that takes what is published, and beside it the service that gives GitHub's workflows
 * identity tokens (`/identity-token`). Nothing is checked, everything is told.
 */
export const startPublishingRegistry = async (): Promise<PublishingRegistry> => {
  const uploads: Array<Upload> = []
  const strangers: Array<string> = []
  let refused: string | undefined

  const answer = (request: IncomingMessage, body: string): readonly [status: number, value: unknown] => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1")
    const asked = `${request.method} ${decodeURIComponent(pathname)}`
    const [, published] = /^GET \/(@tve-pass\/\w+)$/.exec(asked) ?? []
    if (published !== undefined) return packumentOf(uploads.filter(({ name }) => name === published))
    if (asked === "GET /identity-token") return [200, { value: identityToken(request.url ?? "") }]
    const [, exchanged] = /^POST \/-\/npm\/v1\/oidc\/token\/exchange\/package\/(.+)$/.exec(asked) ?? []
    if (exchanged !== undefined) return [201, { token: `for-${exchanged}` }]
    if (!/^PUT \/@tve-pass\/\w+$/.test(asked)) {
      strangers.push(asked)
      return [404, {}]
    }
    const upload = readUpload(body, request.headers.authorization)
    if (upload.name === refused) return [400, { error: "refused" }]
    if (uploads.some(({ name, version }) => name === upload.name && version === upload.version)) {
      return [403, { error: `You cannot publish over the previously published versions: ${upload.version}.` }]
    }
    uploads.push(upload)
    return [201, {}]
  }

  const server = createServer(async (request, response) => {
    const [status, value] = answer(request, await textOf(request))
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value))
  })
  // What should have gone elsewhere arrives here as the proxy's work.
  server.on("connect", ({ url }, socket) => {
    strangers.push(`CONNECT ${url}`)
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n")
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("Failed to start a registry: it has no port")
  return {
    origin: `http://127.0.0.1:${address.port}`,
    uploads,
    strangers,
    refuse: (name) => {
      refused = name
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    }
  }
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = ""
  for await (const chunk of request.setEncoding("utf8")) text += chunk
  return text
}

/** The document that `npm publish` sends. */
interface PublishDocument {
  readonly name: string
  readonly "dist-tags": { readonly [tag: string]: string }
  readonly versions: { readonly [version: string]: Manifest }
  readonly _attachments: { readonly [file: string]: { readonly data: string } }
}

const readUpload = (body: string, authorization: string | undefined): Upload => {
  // Boundary: what pnpm sends.
  const document = JSON.parse(body) as PublishDocument
  const [[version, manifest] = []] = Object.entries(document.versions)
  const [attachment] = Object.values(document._attachments)
  if (version === undefined || manifest === undefined || attachment === undefined) {
    throw new Error(`Failed to read the upload of ${document.name}: it lacks a version or a tarball`)
  }
  const digest = createHash("sha512").update(attachment.data, "base64").digest("base64")
  return { name: document.name, version, manifest, digest, tag: Object.keys(document["dist-tags"])[0], authorization }
}

const packumentOf = (versions: ReadonlyArray<Upload>): readonly [number, unknown] => {
  const newest = versions.at(-1)
  if (newest === undefined) return [404, { error: "not found" }]
  return [
    200,
    {
      name: newest.name,
      "dist-tags": { latest: newest.version },
      versions: Object.fromEntries(versions.map(({ version, manifest }) => [version, manifest]))
    }
  ]
}

/** Unsigned; says only whom it is for. */
const identityToken = (url: string): string => {
  const aud = new URL(url, "http://127.0.0.1").searchParams.get("audience")
  return ["{}", JSON.stringify({ aud }), "unsigned"].map((part) => Buffer.from(part).toString("base64url")).join(".")
}

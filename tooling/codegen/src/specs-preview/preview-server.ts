import { createServer, type ServerResponse } from "node:http"
import { bundleSpecs, type BundledSpec } from "../spec/bundled-spec.ts"
import { operationsOf } from "../spec/operation.ts"
import { referencePage } from "./reference-page.ts"

export interface Preview {
  /** Page that links the references. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** The pages work without network, and this keeps it so: the browser refuses whatever is not in the page. */
const selfContained =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; worker-src blob:"

/**
 * Serves a reference of every spec below `root` on the loopback interface. A page is rendered when it is first asked
 * for, and again once its spec has changed, so that writing and reloading is all there is to it.
 */
export const startPreview = async (root: string, port: number): Promise<Preview> => {
  const pages = new Map<string, Promise<string>>()
  const pageOf = (spec: BundledSpec): Promise<string> => {
    const page = pages.get(spec.sha256) ?? referencePage(root, spec)
    pages.set(spec.sha256, page)
    return page
  }

  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const specs = await bundleSpecs(root)
    const spec = specs.find(({ api }) => path === `/${api}/`)
    if (spec !== undefined) return send(response, 200, await pageOf(spec))
    if (path === "/") return send(response, 200, indexPage(specs))
    send(response, 404, "<p>There is no such page. <a href='/'>All references</a></p>")
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    answer(pathname, response).catch((error: unknown) => {
      // A spec in the middle of an edit: say so, and try again with the next reload.
      send(response, 500, `<pre>${escaped(error instanceof Error ? error.message : String(error))}</pre>`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("Failed to serve the references: no port")
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

const send = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": selfContained,
    "cache-control": "no-store"
  })
  response.end(html)
}

const indexPage = (specs: ReadonlyArray<BundledSpec>): string => `<!doctype html>
<html lang="en">
<title>Specs</title>
<h1>Specs</h1>
<ul>
${specs.map(indexEntry).join("\n")}
</ul>
</html>
`

const indexEntry = ({ api, document, path }: BundledSpec): string =>
  `<li><a href="/${api}/">${escaped(document.info?.title ?? api)}</a>: ${operationsOf(document).length} operations, ${path}</li>`

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

import { createServer } from "node:http"
import sirv from "sirv"

/**
 * Serves a folder of static files on loopback, as GitHub Pages does: under a base path such as `/tve-pass/`, and `/docs/auth`
 * is the file `docs/auth.html`. Resolves to the origin once it accepts connections.
 */
export const serveFolder = (
  folder: string,
  { port = 0, base = "/" }: { readonly port?: number; readonly base?: string } = {}
): Promise<string> => {
  const files = sirv(folder, { extensions: ["html"] })
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { "content-type": "text/plain" })
      response.end("Not found")
    }
    if (request.url?.startsWith(base) !== true) return notFound()
    request.url = `/${request.url.slice(base.length)}`
    files(request, response, notFound)
  })
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : port}`)
    })
  })
}

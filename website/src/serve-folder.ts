import { createServer } from "node:http"
import sirv from "sirv"

/**
 * Serves a folder of static files on loopback, under any base path's root. Resolves to the origin once it accepts
 * connections.
 */
export const serveFolder = (folder: string, port: number): Promise<string> => {
  const files = sirv(folder, { extensions: ["html"] })
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { "content-type": "text/plain" })
      response.end("Not found")
    })
  )
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : port}`)
    })
  })
}

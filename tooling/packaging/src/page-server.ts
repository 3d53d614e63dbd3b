import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { extname, join } from "node:path"

export interface PageServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript;charset=utf-8"
}

/** Serves the files of a folder to a browser on this machine, `index.html` at the root. */
export const servePages = async (folder: string): Promise<PageServer> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1")
    const file = join(folder, pathname === "/" ? "index.html" : pathname)
    readFile(file).then(
      (content) =>
        response
          .writeHead(200, { "content-type": contentTypes[extname(file)] ?? "application/octet-stream" })
          .end(content),
      () => response.writeHead(404).end()
    )
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (typeof address !== "object" || address === null) throw new Error("Failed to serve pages: there is no port")
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, "close")
    }
  }
}

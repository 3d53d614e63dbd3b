import { readFileSync, readdirSync } from "node:fs"
import { extname, join } from "node:path"

/** The built pages with their scripts and styles. */
export interface Pages {
  /** Returns the file of a path; `undefined` if there is none. */
  readonly find: (path: string) => Response | undefined
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html;charset=utf-8",
  ".js": "text/javascript;charset=utf-8",
  ".css": "text/css;charset=utf-8",
  ".svg": "image/svg+xml"
}

/** Names of pages whose address needs no ending. */
const shortNames: Readonly<Record<string, string>> = { "/": "/index.html", "/tv": "/tv.html", "/phone": "/phone.html" }

const headersOf = (path: string): Record<string, string> => ({
  "content-type": types[extname(path)] ?? "application/octet-stream",
  // The names of assets contain the hash of their content.
  "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-store",
  "x-content-type-options": "nosniff"
})

/** Reads the pages once. Throws Node's error if the folder does not exist. */
export const readPages = (folder: string): Pages => {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length).replaceAll("\\", "/"), readFileSync(file)])
  )
  return {
    find: (path) => {
      const name = Object.hasOwn(shortNames, path) ? (shortNames[path] ?? path) : path
      const content = files.get(name)
      return content === undefined ? undefined : new Response(new Uint8Array(content), { headers: headersOf(name) })
    }
  }
}

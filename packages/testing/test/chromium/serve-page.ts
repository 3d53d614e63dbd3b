import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { startSimulatorServer, type SimulatorServer } from "../../src/server/index.ts"

const workerScript = createRequire(import.meta.url).resolve("msw/mockServiceWorker.js")

/** Bundled for a browser: a Node built-in anywhere below `createSimulator` fails the build. */
const bundlePage = async (entry: URL): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "page",
    platform: "browser",
    target: "es2022",
    logLevel: "silent"
  })
  return outputFiles[0]?.text ?? ""
}

const file = (body: string, contentType: string): Response =>
  new Response(body, { headers: { "content-type": contentType } })

/** Serves a page with one script, and msw's worker beside it. */
export const servePage = async (entry: URL): Promise<SimulatorServer> => {
  const [page, worker] = await Promise.all([bundlePage(entry), readFile(workerScript, "utf8")])
  const handle = async ({ url }: Request): Promise<Response> => {
    switch (new URL(url).pathname) {
      case "/":
        return file(`<!doctype html><title>Page</title><script src="/page.js"></script>`, "text/html;charset=utf-8")
      case "/page.js":
        return file(page, "text/javascript;charset=utf-8")
      case "/mockServiceWorker.js":
        return file(worker, "text/javascript;charset=utf-8")
      default:
        return new Response(null, { status: 404 })
    }
  }
  return startSimulatorServer({ simulator: { handle } })
}

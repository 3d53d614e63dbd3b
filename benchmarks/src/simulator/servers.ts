import { createRequire } from "node:module"
import { createServer } from "node:net"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { type ChildScript, forkChild } from "../child/fork-child.ts"
import { apiPath } from "../network/request.ts"

/** A server in a child process that listens on this machine. */
export interface ServerProcess {
  readonly origin: string
  /** Milliseconds from the start of the process to its first response. */
  readonly startupMilliseconds: number
  readonly stop: () => Promise<void>
}

interface ServerOptions {
  /** Whether it prints a line for each request, as both do by default. */
  readonly logging: boolean
}

const require = createRequire(import.meta.url)
const simulatorFolder = dirname(require.resolve("@tve-pass/testing/package.json"))
const prismFolder = dirname(require.resolve("@stoplight/prism-cli/package.json"))
const specification = fileURLToPath(new URL("../../../specs/rest-v2/openapi.yaml", import.meta.url))

/** Starts `tve-pass-simulator` from its sources. */
export const startSimulator = ({ logging }: ServerOptions): Promise<ServerProcess> =>
  startServer((port) => ({
    script: join(simulatorFolder, "src/cli/main.ts"),
    args: ["--port", port, ...(logging ? [] : ["--json"])]
  }))

/** Starts `prism mock` with our specification of the REST API V2. */
export const startPrism = ({ logging }: ServerOptions): Promise<ServerProcess> =>
  startServer((port) => ({
    script: join(prismFolder, "dist/index.js"),
    args: [
      "mock",
      specification,
      "--host=127.0.0.1",
      `--port=${port}`,
      "--multiprocess=false",
      `--verboseLevel=${logging ? "info" : "silent"}`
    ]
  }))

/** Starts a server that responds to everything with `body`: the maximum rate of HTTP and of the client. */
export const startNullServer = (body: string): Promise<ServerProcess> =>
  startServer((port) => ({ script: new URL("null-server.ts", import.meta.url), args: [port, body] }))

/** Milliseconds. */
const patience = 120_000

/** Starts a script with a free port, and waits until it responds. */
const startServer = async (scriptAt: (port: string) => ChildScript): Promise<ServerProcess> => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = forkChild(scriptAt(String(port)))
  let ended = false
  void child.exited.then(() => (ended = true))
  while (!(await isResponding(origin))) {
    if (ended) throw new Error(`The server ended before it responded: ${child.errorOutput()}`)
    if (performance.now() - start > patience) {
      await child.stop()
      throw new Error(`The server did not respond within ${patience / 1000} s: ${child.errorOutput()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { origin, startupMilliseconds: performance.now() - start, stop: child.stop }
}

/** A Prism that logs nothing does not print its port, so servers get one. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const isResponding = (origin: string): Promise<boolean> =>
  fetch(`${origin}${apiPath}`).then(
    async (response) => {
      await response.arrayBuffer()
      return true
    },
    () => false
  )

import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { startServer, type ServerProcess } from "./server-process.ts"

const require = createRequire(import.meta.url)
const simulatorFolder = dirname(require.resolve("@tve-pass/testing/package.json"))
const prismFolder = dirname(require.resolve("@stoplight/prism-cli/package.json"))
const specification = fileURLToPath(new URL("../../../specs/rest-v2/openapi.yaml", import.meta.url))

interface ServerOptions {
  /** Whether it prints a line for each request, as both do unless told otherwise. */
  readonly logging: boolean
}

/** `tve-pass-simulator`, from its sources. */
export const startSimulator = ({ logging }: ServerOptions): Promise<ServerProcess> =>
  startServer((port) => ({
    script: join(simulatorFolder, "src/cli/main.ts"),
    args: ["--port", port, ...(logging ? [] : ["--json"])]
  }))

/** `prism mock`, with our specification of the REST API V2 as it is on disk. */
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

/** Answers everything with `body` and looks at nothing: what is left is HTTP and whoever asks. */
export const startNullServer = (body: string): Promise<ServerProcess> =>
  startServer((port) => ({ script: new URL("null-server.ts", import.meta.url), args: [port, body] }))

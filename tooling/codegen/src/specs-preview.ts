import { parseArgs } from "node:util"
import { repositoryRoot } from "./repository.ts"
import { startPreview } from "./specs-preview/preview-server.ts"

const help = `Usage: pnpm specs:preview [--port <port>] [--json]

Serves a readable reference of both specs on this machine until it is stopped (Ctrl-C). Reload to see an edit.

  --port    port on 127.0.0.1; default: a free one
  --json    print {"url": "..."} instead of text
  --help    print this`

try {
  const { values } = parseArgs({
    options: { port: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } }
  })
  if (values.help === true) console.log(help)
  else {
    const preview = await startPreview(repositoryRoot, portOf(values.port))
    console.log(values.json === true ? JSON.stringify({ url: preview.url }) : `Reference of the specs: ${preview.url}`)
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void preview.close())
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? "0")
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`Failed to read --port "${text}": not a port`)
  return port
}

import { execFile } from "node:child_process"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

const require = createRequire(import.meta.url)
const cli = join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js")
const config = fileURLToPath(new URL("../redocly.yaml", import.meta.url))

/** Runs a command of the pinned redocly with our own configuration and without its network calls; yields stdout. */
export const redocly = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args, "--config", config], {
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    maxBuffer: 64 * 1024 * 1024
  })
  return stdout
}

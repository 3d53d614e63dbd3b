import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import type { TestProject } from "vitest/node"
import type { Specification } from "./specification.ts"

declare module "vitest" {
  interface ProvidedContext {
    readonly dcr: Specification
    readonly restV2: Specification
  }
}

const specs = fileURLToPath(new URL("..", import.meta.url))
const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js")

/** Bundles both specs once for all tests of the folder; two schemas of one name are an error. */
export default async (project: TestProject): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "specs-"))
  const bundle = async (api: string): Promise<Specification> => {
    const file = join(folder, `${api}.json`)
    await promisify(execFile)(
      process.execPath,
      [cli, "bundle", api, "--config", "redocly.yaml", "--component-renaming-conflicts-severity", "error", "-o", file],
      { cwd: specs, env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } }
    )
    return JSON.parse(readFileSync(file, "utf8"))
  }
  try {
    const [dcr, restV2] = await Promise.all([bundle("dcr"), bundle("rest-v2")])
    project.provide("dcr", dcr)
    project.provide("restV2", restV2)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

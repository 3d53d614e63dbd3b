import { createHash } from "node:crypto"
import { globSync } from "node:fs"
import { dirname, join } from "node:path"
import { bundle, createConfig } from "@redocly/openapi-core"
import type { OpenApiDocument } from "./openapi.ts"

export interface BundledSpec {
  /** Name of the API, which is its folder in `specs/`: `dcr`, `rest-v2`, `management/esm`. */
  readonly api: string
  /** Path of the root document, relative to the repository, with `/`. */
  readonly path: string
  readonly document: OpenApiDocument
  /** SHA-256 of the bundled document: changes with every wire fact and every description, not with comments. */
  readonly sha256: string
}

/** Rules of the working directory must not decide what is generated, hence this configuration and no other. */
export const bundlerConfig = await createConfig({ rules: { "operation-operationId-unique": "error" } }, { extends: [] })

/** Bundles every `openapi.yaml` below `specs` into one document each, ordered by name. */
export const bundleSpecs = async (root: string): Promise<ReadonlyArray<BundledSpec>> => {
  const folder = join(root, "specs")
  const apis = globSync("**/openapi.yaml", { cwd: folder, exclude: ["node_modules"] })
    .map((path) => dirname(path).replaceAll("\\", "/"))
    .sort()
  return Promise.all(apis.map((api) => bundleSpec(root, api)))
}

const bundleSpec = async (root: string, api: string): Promise<BundledSpec> => {
  const path = `specs/${api}/openapi.yaml`
  const { bundle: bundled, problems } = await bundle({ ref: join(root, path), config: bundlerConfig })
  if (problems.length > 0) {
    const reasons = problems.map(({ message, location }) => `${message} (${location[0]?.source.absoluteRef ?? path})`)
    throw new Error(`Failed to bundle ${path}: ${reasons.join("; ")}. Run "pnpm specs:lint" for the place`)
  }
  // Boundary: the shape is what `pnpm specs:lint` checks.
  const document = bundled.parsed as OpenApiDocument
  return { api, path, document, sha256: createHash("sha256").update(JSON.stringify(document)).digest("hex") }
}

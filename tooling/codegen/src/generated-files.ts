import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { contractsFile } from "./files/contracts.ts"
import { deviceInfoFile } from "./files/device-info.ts"
import { enhancedErrorsFile } from "./files/enhanced-errors.ts"
import { examplesFile } from "./files/examples.ts"
import { openEnumsFile } from "./files/open-enums.ts"
import { operationsFile } from "./files/operations.ts"
import { responseHeadersFile } from "./files/response-headers.ts"
import { typesFile } from "./files/types.ts"
import { bundleSpecs, type BundledSpec } from "./spec/bundled-spec.ts"

/** Folders that hold nothing but generated files. */
export const generatedFolders = ["packages/client/src/generated", "packages/testing/src/generated"] as const
const [clientFolder, testingFolder] = generatedFolders

/** Every generated file below `root`, path (relative, with `/`) -> text. */
export const generatedFiles = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const specs = await bundleSpecs(root)
  if (specs.length === 0) throw new Error(`Failed to generate: no specs/<api>/openapi.yaml in ${root}`)
  const entries = await Promise.all(specs.map(filesOf))
  return new Map(entries.flat().sort(([left], [right]) => (left < right ? -1 : 1)))
}

const filesOf = async (spec: BundledSpec): Promise<ReadonlyArray<readonly [path: string, text: string]>> => {
  const texts: ReadonlyArray<readonly [path: string, text: string | undefined]> = [
    [`${clientFolder}/${spec.api}/types.ts`, await typesFile(spec)],
    [`${clientFolder}/${spec.api}/open-enums.ts`, openEnumsFile(spec)],
    [`${clientFolder}/${spec.api}/operations.ts`, operationsFile(spec)],
    [`${clientFolder}/${spec.api}/contracts.ts`, contractsFile(spec)],
    [`${clientFolder}/${spec.api}/enhanced-errors.ts`, enhancedErrorsFile(spec)],
    [`${clientFolder}/${spec.api}/device-info.ts`, deviceInfoFile(spec)],
    [`${testingFolder}/${spec.api}/examples.ts`, examplesFile(spec)],
    [`${testingFolder}/${spec.api}/response-headers.ts`, responseHeadersFile(spec)]
  ]
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, `${header(spec)}\n${text}`]]))
}

const versionOf = (manifest: string): string => {
  // Boundary: package manifests have a version.
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string }
  return version
}

const require = createRequire(import.meta.url)
const codegenVersion = versionOf(require.resolve("../package.json"))
const openapiTypescriptVersion = versionOf(require.resolve("openapi-typescript/package.json"))

const header = ({ path, sha256 }: BundledSpec): string =>
  `// Generated from ${path} by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen ${codegenVersion}, openapi-typescript ${openapiTypescriptVersion}, spec sha256 ${sha256}
`

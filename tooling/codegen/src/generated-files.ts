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
export const generatedFolders = [
  "packages/client/src/generated",
  "packages/management/src/generated",
  "packages/testing/src/generated"
] as const
const [clientFolder, managementFolder, testingFolder] = generatedFolders

/** Every generated file below `root`, path (relative, with `/`) -> text. */
export const generatedFiles = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const specs = await bundleSpecs(root)
  if (specs.length === 0) throw new Error(`Failed to generate: no specs/<api>/openapi.yaml in ${root}`)
  const entries = await Promise.all(specs.map(filesOf))
  return new Map(entries.flat().sort(([left], [right]) => (left < right ? -1 : 1)))
}

const filesOf = async (spec: BundledSpec): Promise<ReadonlyArray<readonly [path: string, text: string]>> => {
  const management = spec.api.startsWith("management/")
  const folder = management
    ? `${managementFolder}/${spec.api.slice("management/".length)}`
    : `${clientFolder}/${spec.api}`
  const texts: ReadonlyArray<readonly [path: string, text: string | undefined]> = [
    [`${folder}/types.ts`, await typesFile(spec)],
    [`${folder}/open-enums.ts`, openEnumsFile(spec)],
    // A generated client of a management API would be dangerous: it omits parameters that are undefined. So these have
    // types only; packages/management builds its requests itself.
    [`${folder}/operations.ts`, management ? undefined : operationsFile(spec)],
    [`${folder}/contracts.ts`, management ? undefined : contractsFile(spec)],
    [`${folder}/enhanced-errors.ts`, enhancedErrorsFile(spec)],
    [`${folder}/device-info.ts`, deviceInfoFile(spec)],
    [`${testingFolder}/${spec.api}/examples.ts`, examplesFile(spec)],
    [`${testingFolder}/${spec.api}/response-headers.ts`, management ? undefined : responseHeadersFile(spec)]
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

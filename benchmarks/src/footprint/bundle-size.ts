import { gzipSync } from "node:zlib"
import { bundle } from "@tve-pass/packaging/bundle"
import { build, type BuildFailure } from "esbuild"

/** Bytes, minified and gzipped, or the modules that the platform lacks. */
export type BundleSize = { readonly bytes: number } | { readonly missing: ReadonlyArray<string> }

export interface BundleSource {
  /** The project that the packages are installed in. */
  readonly folder: string
  readonly entry: string
}

/** Measures what a browser downloads, as our size budgets do. */
export const browserBundleSize = (source: BundleSource): Promise<BundleSize> =>
  bundle(source).then(({ size }) => ({ bytes: size }), missingModules)

/** Measures a bundle for Node, which leaves out Node's own modules. */
export const nodeBundleSize = async ({ folder, entry }: BundleSource): Promise<BundleSize> => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: "entry.js" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "silent"
  })
  return { bytes: outputFiles.reduce((bytes, { contents }) => bytes + gzipSync(contents, { level: 9 }).length, 0) }
}

/** Returns the modules that esbuild could not resolve; throws any other failure. */
const missingModules = (failure: unknown): BundleSize => {
  if (!isBuildFailure(failure)) throw failure
  const missing = failure.errors.map(({ text }) => /^Could not resolve "(.+)"$/.exec(text)?.[1])
  if (missing.includes(undefined)) throw failure
  return { missing: [...new Set(missing.filter((name) => name !== undefined))].toSorted() }
}

const isBuildFailure = (failure: unknown): failure is BuildFailure => failure instanceof Error && "errors" in failure

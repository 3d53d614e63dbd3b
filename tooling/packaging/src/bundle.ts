import { gzipSync } from "node:zlib"
import { build, type Metafile } from "esbuild"

export interface Bundle {
  /** Bytes, minified and gzipped. */
  readonly size: number
  /** Every module in it, as a path from the consumer. */
  readonly modules: ReadonlyArray<string>
  /** What it imports at run time: externals. */
  readonly imports: ReadonlyArray<string>
}

export interface BundleOptions {
  /** The consumer that the packages are installed in. */
  readonly folder: string
  /** Source of the entry, such as `export * from "@tve-pass/client/dcr"`. */
  readonly entry: string
  readonly external?: ReadonlyArray<string>
}

/** Bundles as a browser application would. */
export const bundle = async ({ folder, entry, external = [] }: BundleOptions): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: "entry.js" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: [...external],
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "silent"
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error("Failed to bundle: no output")
  return {
    size: gzipSync(output.contents, { level: 9 }).length,
    modules: modulesOf(metafile),
    imports: importsOf(metafile)
  }
}

/** Modules that something of is left after tree shaking. */
const modulesOf = ({ outputs }: Metafile): ReadonlyArray<string> =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path)
  )

const importsOf = ({ outputs }: Metafile): ReadonlyArray<string> =>
  Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external === true).map(({ path }) => path)
  )

/** As budgets are written: `3.42 kB`, 1 kB being 1000 bytes. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`

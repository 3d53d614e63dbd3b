import { join, relative } from "node:path"
import { gzipSync } from "node:zlib"
import { build, type Metafile, type Plugin } from "esbuild"
import { sourcesIn } from "./bundled-sources.ts"

export interface Bundle {
  /** Bytes, minified and gzipped. */
  readonly size: number
  /** The sources that some of its code comes from, as paths from the consumer. */
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
  readonly plugins?: ReadonlyArray<Plugin>
}

/** Bundles as a browser application would. */
export const bundle = async ({ folder, entry, external = [], plugins = [] }: BundleOptions): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: "entry.js" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: [...external],
    plugins: [...plugins],
    legalComments: "none",
    metafile: true,
    sourcemap: "external",
    outfile: join(folder, "bundle.js"),
    write: false,
    logLevel: "silent"
  })
  const [map, output] = outputFiles
  if (map === undefined || output === undefined) throw new Error("Failed to bundle: no output")
  return {
    size: gzipSync(output.contents, { level: 9 }).length,
    modules: sourcesIn(output.text, JSON.parse(map.text), folder).map((path) =>
      relative(folder, path).replaceAll("\\", "/")
    ),
    imports: importsOf(metafile)
  }
}

const importsOf = ({ outputs }: Metafile): ReadonlyArray<string> =>
  Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external === true).map(({ path }) => path)
  )

/** As budgets are written: `3.42 kB`, 1 kB being 1000 bytes. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`

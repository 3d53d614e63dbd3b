import { rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import * as esbuild from "esbuild"
import { build, type Rolldown } from "vite"

/**
 * Builds these sources as the entries of one application. Returns what is left of the packages for each entry, as paths
 * from `node_modules`, sorted. Entries share what they have in common: a module is in the list of each entry that loads it.
 */
export type LeftModules = (
  folder: string,
  entries: ReadonlyArray<string>
) => Promise<ReadonlyArray<ReadonlyArray<string>>>

/** A file of a build. */
interface Chunk {
  /** The file of its entry, if it is the one of an entry. */
  readonly entry: string | undefined
  /** Names of the chunks that it imports. */
  readonly imports: ReadonlyArray<string>
  /** Paths of the modules that something of is left. */
  readonly modules: ReadonlyArray<string>
}

const fromModules = (path: string): string => path.replaceAll("\\", "/").replace(/^.*?node_modules\//, "")

/** Builds files that hold the sources, and reads the chunks. */
const leftBy =
  (chunksOf: (folder: string, files: ReadonlyArray<string>) => Promise<ReadonlyMap<string, Chunk>>): LeftModules =>
  async (folder, entries) => {
    const files = entries.map((entry) => {
      const file = join(folder, `entry-${crypto.randomUUID()}.js`)
      writeFileSync(file, entry)
      return file
    })
    try {
      const chunks = await chunksOf(folder, files)
      return files.map((file) => {
        const start = [...chunks].find(([, { entry }]) => entry === file)?.[0]
        if (start === undefined) throw new Error(`Failed to bundle: ${file} has no chunk`)
        const modules = [...loadedBy(start, chunks)].flatMap((name) => chunks.get(name)?.modules ?? [])
        return modules
          .filter((path) => path.includes("node_modules"))
          .map(fromModules)
          .sort()
      })
    } finally {
      for (const file of files) rmSync(file)
    }
  }

/** The chunks that a chunk loads, itself included. */
const loadedBy = (start: string, chunks: ReadonlyMap<string, Chunk>, loaded = new Set<string>()): Set<string> => {
  if (loaded.has(start)) return loaded
  loaded.add(start)
  for (const next of chunks.get(start)?.imports ?? []) loadedBy(next, chunks, loaded)
  return loaded
}

/** Rejects if a package refuses bundles for browsers. */
export const leftByEsbuild: LeftModules = leftBy(async (folder, files) => {
  const { metafile } = await esbuild.build({
    entryPoints: [...files],
    absWorkingDir: folder,
    outdir: "out",
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: ["msw", "msw/*", "node:*"],
    metafile: true,
    write: false,
    logLevel: "silent"
  })
  return new Map(
    Object.entries(metafile.outputs).map(([name, { entryPoint, imports, inputs }]) => [
      name,
      {
        entry: entryPoint === undefined ? undefined : join(folder, entryPoint),
        imports: imports.map(({ path }) => path),
        modules: Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))
      }
    ])
  )
})

/** By rolldown, as a production build of Vite uses it. */
export const leftByVite: LeftModules = leftBy(async (folder, files) => {
  const built = await build({
    root: folder,
    configFile: false,
    envFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: [...files], preserveEntrySignatures: "strict", external: [/^msw(\/|$)/, /^node:/] }
    }
  })
  return new Map(
    chunksOf(built).map(({ fileName, facadeModuleId, imports, dynamicImports, modules }) => [
      fileName,
      {
        entry: facadeModuleId ?? undefined,
        imports: [...imports, ...dynamicImports],
        modules: Object.entries(modules).flatMap(([path, { renderedLength }]) =>
          renderedLength > 0 ? [relative(folder, path)] : []
        )
      }
    ])
  )
})

const chunksOf = (output: Awaited<ReturnType<typeof build>>): ReadonlyArray<Rolldown.OutputChunk> => {
  if ("close" in output) throw new Error("Failed to bundle: Vite watches instead")
  return [output]
    .flat()
    .flatMap((one) => one.output)
    .filter((file) => file.type === "chunk")
}

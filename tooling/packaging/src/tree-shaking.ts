import { rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import * as esbuild from "esbuild"
import { build, type Rolldown } from "vite"
import { bundle } from "./bundle.ts"
import { sourcesIn } from "./bundled-sources.ts"

/**
 * Builds these sources as the entries of one application. Returns the sources of packages that some code of each entry comes
 * from, as paths from `node_modules`, sorted. Entries share what they have in common: it is in the list of each entry that loads
 * it.
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
  /** Paths of the sources that some of its code comes from. */
  readonly sources: ReadonlyArray<string>
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
        const sources = [...loadedBy(start, chunks)].flatMap((name) => chunks.get(name)?.sources ?? [])
        return sources
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
  const { metafile, outputFiles } = await esbuild.build({
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
    sourcemap: "external",
    write: false,
    logLevel: "silent"
  })
  const textOf = (name: string): string => outputFiles.find(({ path }) => path === join(folder, name))?.text ?? ""
  return new Map(
    Object.entries(metafile.outputs)
      .filter(([name]) => name.endsWith(".js"))
      .map(([name, { entryPoint, imports }]) => [
        name,
        {
          entry: entryPoint === undefined ? undefined : join(folder, entryPoint),
          imports: imports.map(({ path }) => path),
          sources: sourcesIn(textOf(name), JSON.parse(textOf(`${name}.map`)), join(folder, dirname(name)))
        }
      ])
  )
})

/**
 * The sources whose code runs as soon as a module of the package is loaded, by esbuild. Other bundlers and minifiers cannot
 * drop such code either from a module of which they keep anything.
 */
export const effectsOfLoading = async (folder: string, subpath: string): Promise<ReadonlyArray<string>> => {
  const [, name = subpath] = /^(@[^/]+\/[^/]+)/.exec(subpath) ?? []
  const { modules } = await bundle({ folder, entry: `import "${subpath}"`, plugins: [ignoreSideEffectsFlag(name)] })
  return modules.filter((path) => path !== "entry.js").map(fromModules)
}

/** Has esbuild look at each module of the package, whose manifest says `sideEffects: false`, and at nothing else. */
const ignoreSideEffectsFlag = (name: string): esbuild.Plugin => ({
  name: "ignore-side-effects-flag",
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /./ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === "resolved") return undefined
      if (!path.startsWith(".") && !path.startsWith(name)) return { path, external: true, sideEffects: false }
      return { ...(await resolve(path, { ...options, pluginData: "resolved" })), sideEffects: true }
    })
  }
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
      sourcemap: "hidden",
      target: "es2022",
      rolldownOptions: { input: [...files], preserveEntrySignatures: "strict", external: [/^msw(\/|$)/, /^node:/] }
    }
  })
  return new Map(
    chunksOf(built).map(({ fileName, facadeModuleId, imports, dynamicImports, code, map }) => [
      fileName,
      {
        entry: facadeModuleId ?? undefined,
        imports: [...imports, ...dynamicImports],
        sources:
          map === null
            ? []
            : sourcesIn(code, { ...map, file: fileName, sourceRoot: "" }, join(folder, "dist", dirname(fileName)))
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

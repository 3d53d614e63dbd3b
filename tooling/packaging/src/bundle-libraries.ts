// Bundles the JavaScript of each library: one module for each entry point, and the modules that entry points share.
// `pnpm build` runs it after the compiler, which writes the declarations.
import { globSync, readFileSync, rmSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { rolldown, type Plugin } from "rolldown"
import { publishedPackages, readManifest, repositoryRoot, type Manifest } from "./published-packages.ts"

/** Returns the entry points of a library, as paths of sources without extension: its subpaths and its commands. */
const entryPoints = ({ exports, bin }: Manifest): ReadonlyArray<string> => {
  const subpaths = Object.values(exports).flatMap(pathOf)
  return subpaths.length === 0 ? [] : [...subpaths, ...Object.values(bin ?? {}).flatMap(pathOf)]
}

/** Returns the modules that others export as namespaces, as paths of sources without extension. */
const namespaces = (source: string): ReadonlyArray<string> =>
  globSync("**/*.ts", { cwd: source }).flatMap((file) =>
    [...readFileSync(join(source, file), "utf8").matchAll(/^export \* as \w+ from "(.+)\.ts"$/gm)].map(
      ([, path = ""]) => join(dirname(file), path)
    )
  )

/** Keeps some modules separate. In a bundle, a namespace would be an object, whose members bundlers do not drop. */
const separate = (source: string, modules: ReadonlyArray<string>): Plugin => ({
  name: "separate",
  resolveId: (specifier, importer) => {
    if (importer === undefined) return undefined
    const found = modules.find((module) => join(source, `${module}.ts`) === resolve(dirname(importer), specifier))
    return found === undefined ? undefined : { id: join(source, `${found}.js`), external: "relative" }
  }
})

const pathOf = (target: unknown): ReadonlyArray<string> => /^\.\/src\/(.+)\.ts$/.exec(String(target))?.slice(1) ?? []

const bundleLibrary = async (folder: string, entries: ReadonlyArray<string>): Promise<void> => {
  const [source, dist] = [join(folder, "src"), join(folder, "dist")]
  const separated = namespaces(source)
  for (const stale of globSync("**/*.js{,.map}", { cwd: dist })) rmSync(join(dist, stale))
  const bundle = await rolldown({
    cwd: folder,
    input: Object.fromEntries([...entries, ...separated].map((entry) => [entry, join(source, `${entry}.ts`)])),
    external: /^[^./]/,
    plugins: [separate(source, separated)],
    platform: "neutral",
    transform: { target: "es2022" },
    tsconfig: false
  })
  await bundle.write({
    dir: dist,
    chunkFileNames: "chunks/[name].js",
    sourcemap: true,
    // The sources are published beside the maps.
    sourcemapExcludeSources: true,
    minifyInternalExports: false,
    // An application may need the statement without the simulator, whose tables bundlers do not drop.
    codeSplitting: { groups: [{ name: "example-software-statement", test: /\/example-software-statement\.ts$/ }] }
  })
  await bundle.close()
}

for (const name of publishedPackages) {
  const folder = join(repositoryRoot, name)
  const entries = entryPoints(readManifest(folder))
  if (entries.length > 0) await bundleLibrary(folder, entries)
}

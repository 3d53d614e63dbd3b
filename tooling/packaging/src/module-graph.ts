import { readdirSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import typescript from "typescript-5"

/** What each module imports, by path from the package's folder for its own modules, by specifier for others. */
export type ModuleGraph = ReadonlyMap<string, ReadonlyArray<string>>

export interface PackageGraph {
  /** Emitted JavaScript: what is imported at run time, dynamically or not. */
  readonly modules: ModuleGraph
  /** Emitted declarations: what the compiler of a user has to find. */
  readonly declarations: ModuleGraph
}

/** Reads the imports of everything that a package has emitted, whether or not something leads there. */
export const readPackageGraph = (folder: string): PackageGraph => {
  const files = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).map((path) =>
    posix.join("dist", path.replaceAll("\\", "/"))
  )
  const graphOf = (extension: string): ModuleGraph =>
    new Map(files.filter((path) => path.endsWith(extension)).map((path) => [path, importsOf(folder, path)]))
  return { modules: graphOf(".js"), declarations: graphOf(".d.ts") }
}

const importsOf = (folder: string, path: string): ReadonlyArray<string> =>
  typescript
    .preProcessFile(readFileSync(join(folder, path), "utf8"), true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? posix.join(posix.dirname(path), fileName) : fileName
    )

/** Names of the packages that modules import, each once, sorted; `node:` for all that Node brings. */
export const packagesIn = (graph: ModuleGraph): ReadonlyArray<string> =>
  [
    ...new Set(
      [...graph.values()]
        .flat()
        .filter((specifier) => !specifier.startsWith("dist/"))
        .map((specifier) => /^(node:|@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier)
    )
  ].sort()

/** Each cycle once, as the way around it; empty for a graph that has none. */
export const findCycles = (graph: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyArray<string> => {
  const cycles: Array<string> = []
  const done = new Set<string>()
  const visit = (node: string, way: ReadonlyArray<string>): void => {
    const start = way.indexOf(node)
    if (start >= 0) return void cycles.push([...way.slice(start), node].join(" -> "))
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...way, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return cycles
}

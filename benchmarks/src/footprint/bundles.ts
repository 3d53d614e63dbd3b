import type { Contestant } from "../contestant.ts"
import { contestants } from "../contestants/contestants.ts"
import { measured, type Cell } from "../report/cell.ts"
import type { Row } from "../report/row.ts"
import { browserBundleSize, nodeBundleSize, type BundleSize, type BundleSource } from "./bundle-size.ts"
import { folderOf, type Folders } from "./folders.ts"

export const bundleRows = async (folders: Folders): Promise<ReadonlyArray<Row>> => [
  {
    id: "bundle-browser",
    table: "costs",
    title: "bundle for a browser, minified and gzipped",
    unit: "kB",
    better: "lower",
    cells: await cellsOf(folders, browserBundleSize)
  },
  {
    id: "bundle-node",
    table: "costs",
    title: "bundle for Node, minified and gzipped",
    unit: "kB",
    better: "lower",
    cells: await cellsOf(folders, nodeBundleSize)
  }
]

const cellsOf = async (
  folders: Folders,
  measure: (source: BundleSource) => Promise<BundleSize>
): Promise<Row["cells"]> => {
  const sizes = contestants.map(async (contestant: Contestant): Promise<readonly [string, Cell]> => {
    const size = await measure({ folder: folderOf(contestant, folders), entry: contestant.bundleEntry })
    return [contestant.name, cellOf(size)]
  })
  return Object.fromEntries(await Promise.all(sizes))
}

const cellOf = (size: BundleSize): Cell =>
  "bytes" in size
    ? measured(size.bytes / 1000)
    : { instead: "Node only", reason: `imports ${someOf(size.missing)}, which browsers lack` }

const someOf = (modules: ReadonlyArray<string>): string => {
  const names = [...new Set(modules.map((name) => name.replace(/^node:/, "")))]
  const rest = names.length - 3
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more modules` : names.join(", ")
}

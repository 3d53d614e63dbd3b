import { fileURLToPath } from "node:url"
import { contestants } from "../contestants/contestants.ts"
import type { Contestant } from "../contestant.ts"
import { measured, type Cell } from "../report/cell.ts"
import type { Row } from "../report/row.ts"
import { browserBundleSize, nodeBundleSize, type BundleSize, type BundleSource } from "./bundle-size.ts"
import { isOurs } from "./ours.ts"

const benchFolder = fileURLToPath(new URL("../../", import.meta.url))

/** Peers as they are installed here, ours as they are published. */
export const bundleRows = async (released: string): Promise<ReadonlyArray<Row>> => [
  {
    id: "bundle-browser",
    table: "costs",
    title: "bundle for a browser, minified and gzipped",
    unit: "kB",
    better: "lower",
    cells: await cellsOf(released, browserBundleSize)
  },
  {
    id: "bundle-node",
    table: "costs",
    title: "bundle for Node, minified and gzipped",
    unit: "kB",
    better: "lower",
    cells: await cellsOf(released, nodeBundleSize)
  }
]

const cellsOf = async (
  released: string,
  measure: (source: BundleSource) => Promise<BundleSize>
): Promise<Row["cells"]> => {
  const sizes = contestants.map(async (contestant): Promise<readonly [string, Cell]> => {
    return [contestant.name, cellOf(await measure(sourceOf(contestant, released)))]
  })
  return Object.fromEntries(await Promise.all(sizes))
}

const sourceOf = (contestant: Contestant, released: string): BundleSource => ({
  folder: isOurs(contestant) ? released : benchFolder,
  entry: contestant.bundleEntry
})

const cellOf = (size: BundleSize): Cell =>
  "bytes" in size
    ? measured(size.bytes / 1000)
    : { instead: "Node only", reason: `imports ${someOf(size.missing)}, which browsers lack` }

const someOf = (modules: ReadonlyArray<string>): string => {
  const names = [...new Set(modules.map((name) => name.replace(/^node:/, "")))]
  const rest = names.length - 3
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more modules` : names.join(", ")
}

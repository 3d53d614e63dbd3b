import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { installedClosure, type InstalledClosure } from "@tve-pass/packaging/installed-closure"
import type { Contestant } from "../contestant.ts"
import { cellsOf, contestants } from "../contestants/contestants.ts"
import type { Measurement } from "../measurement.ts"
import { formatNumber } from "../report/render-report.ts"
import { type Cell, type Column, measured, type Row, type TableName } from "../report/row.ts"
import { simulatorColumns } from "../simulator/columns.ts"
import { measureInTurn, medianOf, spreadOf } from "../statistics.ts"
import { browserBundleSize, type BundleSize, nodeBundleSize } from "./bundle-size.ts"
import { releasePackages } from "./released-packages.ts"

/** Projects that packages are installed in: ours as they are published, and the peers. */
export interface Folders {
  readonly released: string
  readonly peers: string
}

export const benchFolder = fileURLToPath(new URL("../../", import.meta.url))

const folderOf = ({ packages }: Column, { released, peers }: Folders): string =>
  packages.some((name) => name.startsWith("@tve-pass/")) ? released : peers

/** Measures what applications download, install and import. Sizes are exact: the same packages give the same numbers. */
export const footprint: Measurement = {
  name: "footprint",
  busy: "computing",
  measure: async ({ quick, progress }) => {
    progress("building and packing our packages")
    const released = releasePackages()
    try {
      const folders = { released: released.folder, peers: benchFolder }
      progress("bundles and installations")
      const rows = [
        await bundleRow("browser", browserBundleSize, folders),
        await bundleRow("Node", nodeBundleSize, folders),
        ...installationRows("costs", contestants, folders),
        ...installationRows("simulator", simulatorColumns, folders)
      ]
      progress("imports")
      return [...rows, await importRow(quick ? 1 : 4, folders)]
    } finally {
      released.remove()
    }
  }
}

const bundleRow = async (
  platform: "browser" | "Node",
  measure: typeof browserBundleSize,
  folders: Folders
): Promise<Row> => {
  const sizes = new Map<string, BundleSize>()
  for (const contestant of contestants) {
    const source = { folder: folderOf(contestant, folders), entry: contestant.bundleEntry }
    sizes.set(contestant.name, await measure(source))
  }
  return {
    id: `bundle-${platform.toLowerCase()}`,
    table: "costs",
    title: `bundle for ${platform === "browser" ? "a browser" : "Node"}, minified and gzipped`,
    unit: "kB",
    better: "lower",
    cells: cellsOf(sizes, bundleCell)
  }
}

const bundleCell = (size: BundleSize): Cell =>
  "bytes" in size
    ? measured(size.bytes / 1000)
    : { instead: "Node only", reason: `imports ${someOf(size.missing)}, which browsers lack` }

const someOf = (modules: ReadonlyArray<string>): string => {
  const names = [...new Set(modules.map((name) => name.replace(/^node:/, "")))]
  const rest = names.length - 3
  return rest > 0 ? `${names.slice(0, 3).join(", ")} and ${rest} more modules` : names.join(", ")
}

/** What an application installs with the packages of a column. */
export const installationOf = (column: Column, folders: Folders): InstalledClosure =>
  installedClosure(folderOf(column, folders), column.packages)

const installationRows = (table: TableName, columns: ReadonlyArray<Column>, folders: Folders): ReadonlyArray<Row> => {
  const cells = (cellOf: (column: Column) => Cell): Row["cells"] =>
    Object.fromEntries(columns.map((column) => [column.name, cellOf(column)]))
  return [
    {
      id: `${table}-installed-packages`,
      table,
      title: "packages installed",
      unit: "",
      better: "lower",
      cells: cells((column) => measured(installationOf(column, folders).packages.length))
    },
    {
      id: `${table}-installed-size`,
      table,
      title: "size of the installation",
      unit: "MB",
      better: "lower",
      cells: cells((column) => measured(installationOf(column, folders).bytes / 1e6, largestPackage(column, folders)))
    }
  ]
}

/** A package without dependencies that is more than half of an installation of several. */
const largestPackage = (column: Column, folders: Folders): string | undefined => {
  const { bytes } = installationOf(column, folders)
  const parts = column.packages.map((name) => ({ name, ...installedClosure(folderOf(column, folders), [name]) }))
  const largest = parts.find((part) => part.packages.length === 1 && part.bytes > bytes / 2)
  if (largest === undefined || column.packages.length === 1) return undefined
  return `${largest.name} alone is ${formatNumber(largest.bytes / 1e6)} MB`
}

/** Measures the import in a new process, whose files the system has cached. */
const importRow = async (rounds: number, folders: Folders): Promise<Row> => {
  const measures = Object.fromEntries(
    contestants.map((contestant) => [contestant.name, () => importMilliseconds(contestant, folders)])
  )
  await measureInTurn(measures, 1)
  const series = new Map(Object.entries(await measureInTurn(measures, rounds)))
  return {
    id: "cold-import",
    table: "costs",
    title: "processor time of the import in a new Node process",
    unit: "ms",
    better: "lower",
    cells: cellsOf(series, (times) => measured(medianOf(times))),
    noise: spreadOf(series.get("tve-pass") ?? [])
  }
}

/** Milliseconds of processor time, measured as `processorTime` does. */
const importMilliseconds = async (contestant: Contestant, folders: Folders): Promise<number> => {
  const modules = [...contestant.bundleEntry.matchAll(/from ("[^"]+")/g)].map(([, name]) => `import(${name})`)
  const script = `const cell = new Int32Array(new SharedArrayBuffer(4))
const processorTime = () => {
  Atomics.wait(cell, 0, 0, 0.05)
  const { user, system } = process.threadCpuUsage()
  return user + system
}
const start = processorTime()
await Promise.all([${modules.join()}])
process.stdout.write(String((processorTime() - start) / 1000))
process.exit()`
  const options = { cwd: folderOf(contestant, folders) }
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], options)
  return Number(stdout)
}

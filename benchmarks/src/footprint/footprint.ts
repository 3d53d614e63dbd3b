import { contestants } from "../contestants/contestants.ts"
import type { Measurement } from "../measurement.ts"
import { simulatorColumns } from "../simulator/columns.ts"
import { bundleRows } from "./bundles.ts"
import { benchFolder } from "./folders.ts"
import { installationRows } from "./installations.ts"
import { releasePackages } from "./released-packages.ts"

/** What applications download and install. All of it is exact: the same packages give the same numbers. */
export const footprint: Measurement = {
  name: "footprint",
  busy: "computing",
  measure: async ({ progress }) => {
    progress("building and packing our packages")
    const released = releasePackages()
    try {
      progress("bundles")
      const folders = { released: released.folder, peers: benchFolder }
      const bundles = await bundleRows(folders)
      progress("installations")
      return [
        ...bundles,
        ...installationRows("costs", contestants, folders),
        ...installationRows("simulator", simulatorColumns, folders)
      ]
    } finally {
      released.remove()
    }
  }
}

import { startSimulatorServer } from "@tve-pass/testing/server"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Where pages say that the simulator is: the address that `npx tve-pass-simulator` prints. */
export const simulatorOrigin = "http://127.0.0.1:4010"

/** A simulator that the files of one page call instead of the one that their reader starts. */
export interface PageSimulator {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Starts it on a free port, and writes that port into the files of the page's folder. */
export const startPageSimulator = async (folder: string): Promise<PageSimulator> => {
  const { origin, close } = await startSimulatorServer({ simulator: createSimulatorCore() })
  for (const name of readdirSync(folder).filter((file) => /\.[cm]?[jt]s$/.test(file))) {
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(simulatorOrigin, origin))
  }
  return { origin, close }
}

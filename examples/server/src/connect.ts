import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryStore } from "@tve-pass/auth/file"
import { createDevicePool, type DevicePoolClient, type DevicePoolOptions } from "@tve-pass/auth/promise"
import { createSteps, type Steps } from "@tve-pass/entitlement/steps"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import type { Settings } from "./settings.ts"

/** The connection of the server to Adobe Pass, for all devices. */
export interface Connection {
  readonly pool: DevicePoolClient
  readonly steps: Steps
  /** Where Adobe Pass is: the built-in simulator prints its login page here. */
  readonly origin: string | undefined
  readonly close: () => Promise<void>
}

/** Connects to the server of the settings, or to a simulator on a loopback port. */
export const connect = async (settings: Settings): Promise<Connection> => {
  const { adobePass, serviceProvider, domainName, redirectUrl } = settings
  const simulator =
    adobePass === undefined ? await startSimulatorServer({ simulator: createSimulatorCore() }) : undefined
  const directory = settings.storeDirectory ?? (await mkdtemp(join(tmpdir(), "tve-pass-server-")))
  const storage = directoryStore(directory)
  const target = simulator === undefined ? adobePass?.target : { origin: simulator.origin }
  const softwareStatement = adobePass?.softwareStatement ?? exampleSoftwareStatement
  // Boundary: a spread of alternatives loses which of them it is.
  const pool = createDevicePool({ ...target, softwareStatement, storage } as DevicePoolOptions)
  return {
    pool,
    steps: createSteps({ serviceProvider, domainName, redirectUrl, storage }),
    origin: simulator?.origin,
    close: async () => {
      await pool.dispose()
      await simulator?.close()
      if (settings.storeDirectory === undefined) await rm(directory, { recursive: true, force: true })
    }
  }
}

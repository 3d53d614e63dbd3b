import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryStore } from "@tve-pass/auth/file"
import type { AdobePassOptions } from "@tve-pass/auth/promise"
import { resolveOrigin } from "@tve-pass/client"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { deviceIdentifier, deviceInfo } from "./device.ts"
import type { Settings } from "./settings.ts"
import { type Walk, walk } from "./walk.ts"

/** Both walks: a first start, and a second one on the same store. */
export interface Demo {
  readonly server: "simulator" | "real"
  readonly origin: string
  readonly storeDirectory: string
  readonly serviceProvider: string
  readonly first: Walk
  readonly second: Walk
}

/** Runs the flow twice, against a simulator on a loopback port or against the server of the settings. */
export async function runDemo(settings: Settings, progress: (line: string) => void): Promise<Demo> {
  return settings.server === "simulator" ? onSimulator(settings, progress) : twice(settings, progress)
}

type RealSettings = Extract<Settings, { readonly server: "real" }>

/** The simulator forgets its clients when the demo ends, hence a store that ends with it unless one is named. */
async function onSimulator(
  { serviceProvider, storeDirectory }: Extract<Settings, { readonly server: "simulator" }>,
  progress: (line: string) => void
): Promise<Demo> {
  const server = await startSimulatorServer({ simulator: createSimulatorCore() })
  const directory = storeDirectory ?? (await mkdtemp(join(tmpdir(), "tve-pass-demo-")))
  try {
    const settings: RealSettings = {
      server: "real",
      target: { origin: server.origin },
      softwareStatement: exampleSoftwareStatement,
      serviceProvider,
      storeDirectory: directory
    }
    return { ...(await twice(settings, progress)), server: "simulator" }
  } finally {
    await server.close()
    if (storeDirectory === undefined) await rm(directory, { recursive: true, force: true })
  }
}

async function twice(settings: RealSettings, progress: (line: string) => void): Promise<Demo> {
  const { target, softwareStatement, serviceProvider, storeDirectory } = settings
  const storage = directoryStore(storeDirectory)
  const options: AdobePassOptions = {
    ...target,
    softwareStatement,
    device: { identifier: await deviceIdentifier(storage), info: deviceInfo() },
    storage
  }
  const first = await walk(options, serviceProvider, progress)
  const second = await walk(options, serviceProvider, progress)
  return { server: "real", origin: resolveOrigin(target), storeDirectory, serviceProvider, first, second }
}

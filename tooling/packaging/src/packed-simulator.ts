import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Installation } from "./installations.ts"

/** A simulator of the packed `@tve-pass/testing`, which listens on this machine. */
export interface PackedSimulator {
  readonly origin: string
  /** A software statement that it takes. */
  readonly softwareStatement: string
  /** Operations that were called since the last time this was asked, in their order. */
  readonly takeCalls: () => ReadonlyArray<string | undefined>
  /** What was wrong with any call. */
  readonly violations: () => ReadonlyArray<unknown>
  /** What the viewer does with the code on the second screen. */
  readonly signIn: (code: string) => void
  readonly close: () => Promise<void>
}

/** The part of the package that is used here. */
interface SimulatorModule {
  readonly exampleSoftwareStatement: string
  readonly createSimulatorCore: () => {
    readonly journal: {
      readonly onCall: (listener: (call: { readonly operation: string | undefined }) => void) => unknown
      readonly violations: () => ReadonlyArray<unknown>
    }
    readonly mvpd: { readonly signIn: (code: string) => void }
  }
}

interface ServerModule {
  readonly startSimulatorServer: (options: { readonly simulator: unknown }) => Promise<{
    readonly origin: string
    readonly close: () => Promise<void>
  }>
}

/** Starts a simulator from the packages of an installation. */
export const startPackedSimulator = async (installation: Installation): Promise<PackedSimulator> => {
  // Boundary: modules of the packed package, of which nothing but the declarations above is used.
  const load = async <Module>(name: string): Promise<Module> => import(urlIn(installation, name)) as Promise<Module>
  const { createSimulatorCore, exampleSoftwareStatement } = await load<SimulatorModule>("@tve-pass/testing/simulator")
  const { startSimulatorServer } = await load<ServerModule>("@tve-pass/testing/server")
  const simulator = createSimulatorCore()
  const calls: Array<string | undefined> = []
  simulator.journal.onCall(({ operation }) => calls.push(operation))
  const { origin, close } = await startSimulatorServer({ simulator })
  return {
    origin,
    close,
    softwareStatement: exampleSoftwareStatement,
    takeCalls: () => calls.splice(0),
    violations: simulator.journal.violations,
    signIn: simulator.mvpd.signIn
  }
}

const urlIn = ({ folder }: Installation, name: string): string =>
  pathToFileURL(createRequire(join(folder, "package.json")).resolve(name)).href

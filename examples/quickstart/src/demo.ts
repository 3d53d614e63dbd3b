import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryStore } from "@tve-pass/auth/file"
import type { AdobePassOptions } from "@tve-pass/auth/promise"
import { resolveOrigin } from "@tve-pass/client"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { deviceIdentifier, deviceInfo } from "./device.ts"
import { SettingsError, type Settings } from "./settings.ts"
import { signsInByItself, visit, type Visit, type VisitOptions } from "./viewer.ts"
import { type FirstCalls, makeFirstCalls } from "./first-calls.ts"

/** The result of the demo: a first start, a second start on the same store, and the viewer's visit. */
export interface Demo {
  readonly server: "simulator" | "real"
  readonly origin: string
  readonly storeDirectory: string
  readonly serviceProvider: string
  readonly first: FirstCalls
  readonly second: FirstCalls
  /** Absent with a real server without `--interactive`, because no viewer can sign in. */
  readonly viewer?: Visit
}

/** Options of a run of the demo. */
export interface Run {
  /** Waits for a person at the login page. */
  readonly interactive: boolean
  /** Shows progress to a waiting person. */
  readonly progress: (line: string) => void
  /** Shows instructions to the person who signs in. */
  readonly prompt: (line: string) => void
}

/** Runs the flow twice, against a simulator on a loopback port or against the server of the settings. */
export async function runDemo(settings: Settings, run: Run): Promise<Demo> {
  if (settings.server === "simulator") return onSimulator(settings, run)
  const { domainName } = settings
  if (!run.interactive) return twice(settings, run.progress)
  if (domainName === undefined)
    throw new SettingsError(
      "Set ADOBE_PASS_DOMAIN_NAME to a registered domain of your channel: --interactive signs in."
    )
  return withViewer(settings, run, domainName, askPerson(run))
}

type RealSettings = Extract<Settings, { readonly server: "real" }>

/** The simulator loses its clients when the demo ends. By default, the store is deleted then too. */
async function onSimulator(
  { serviceProvider, storeDirectory, mvpd }: Extract<Settings, { readonly server: "simulator" }>,
  run: Run
): Promise<Demo> {
  const simulator = createSimulatorCore()
  const server = await startSimulatorServer({ simulator })
  const directory = storeDirectory ?? (await mkdtemp(join(tmpdir(), "tve-pass-demo-")))
  try {
    const settings: RealSettings = {
      server: "real",
      target: { origin: server.origin },
      softwareStatement: exampleSoftwareStatement,
      serviceProvider,
      storeDirectory: directory,
      mvpd,
      domainName: "adobe.com"
    }
    const enterCode = run.interactive ? askPerson(run) : signsInByItself(simulator)
    return { ...(await withViewer(settings, run, "adobe.com", enterCode)), server: "simulator" }
  } finally {
    await server.close()
    if (storeDirectory === undefined) await rm(directory, { recursive: true, force: true })
  }
}

const askPerson =
  ({ prompt }: Run): VisitOptions["enterCode"] =>
  (code, address) =>
    prompt(`Sign in with code ${code} at ${address}`)

async function twice(settings: RealSettings, progress: (line: string) => void): Promise<Demo> {
  const { target, serviceProvider, storeDirectory } = settings
  const options = await passOptions(settings)
  const first = await makeFirstCalls(options, serviceProvider, progress)
  const second = await makeFirstCalls(options, serviceProvider, progress)
  return { server: "real", origin: resolveOrigin(target), storeDirectory, serviceProvider, first, second }
}

async function withViewer(
  settings: RealSettings,
  run: Run,
  domainName: string,
  enterCode: VisitOptions["enterCode"]
): Promise<Demo> {
  const demo = await twice(settings, run.progress)
  const { serviceProvider, mvpd } = settings
  return { ...demo, viewer: await visit(await passOptions(settings), { serviceProvider, domainName, mvpd, enterCode }) }
}

async function passOptions({ target, softwareStatement, storeDirectory }: RealSettings): Promise<AdobePassOptions> {
  const storage = directoryStore(storeDirectory)
  return {
    ...target,
    softwareStatement,
    device: { identifier: await deviceIdentifier(storage), info: deviceInfo() },
    storage
  }
}

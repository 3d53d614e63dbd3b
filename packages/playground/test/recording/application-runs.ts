import { createAdobePass, importCredentials, memoryStore, type AdobePassOptions } from "@tve-pass/auth/promise"
import type { PartnerFrameworkStatus } from "@tve-pass/client"
import type { OpenUserAgent } from "@tve-pass/entitlement/promise"
import { createSecondScreen } from "@tve-pass/entitlement/second-screen"
import type { PartnerFrameworkPort } from "@tve-pass/entitlement/single-sign-on"
import { findScenario } from "@tve-pass/testing/scenarios"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorCore } from "@tve-pass/testing/simulator"
import type { RecordedStep } from "../../src/recording/recorded-step.ts"

/** The function that application code exports. */
export type RunApplication = (
  surroundings: Pick<AdobePassOptions, "origin" | "fetch" | "softwareStatement" | "device" | "storage">,
  television: {
    readonly show: (words: string) => void
    readonly open: OpenUserAgent
    readonly apple: PartnerFrameworkPort
  }
) => Promise<void>

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const appleTv = { model: "AppleTV", version: "1.0", osName: "tvOS", osVersion: "18.0", connectionType: "WiFi" }

/** Runs application code in the scenario of its recording. Resolves to what the television showed, without codes. */
export const runInScenario = async (
  runApplication: RunApplication,
  steps: ReadonlyArray<RecordedStep>
): Promise<ReadonlyArray<string>> => {
  const [first] = steps
  const scenario = findScenario(first?.kind === "choose-scenario" ? first.scenario : "")
  if (scenario === undefined || first?.kind !== "choose-scenario") throw new Error("There is no such scenario.")
  const simulator = createSimulatorCore({ ...scenario })
  const isApple = first.setUp.singleSignOn.startsWith("apple")
  const surroundings = {
    origin: simulator.origin,
    fetch: simulator.fetch,
    softwareStatement: exampleSoftwareStatement,
    device: {
      identifier: scenario.remembered?.deviceIdentifier ?? "living-room-television",
      info: isApple ? appleTv : info
    },
    storage: memoryStore()
  }
  if (scenario.remembered !== undefined) await importCredentials(surroundings, scenario.remembered)
  const selected = steps.find((step) => step.kind === "second-screen")?.mvpd
  const hows = steps.flatMap((step) => (step.kind === "sign-in-here" ? [step.does] : []))
  const shown: Array<string> = []
  const used = new Set<string>()
  const status: PartnerFrameworkStatus =
    first.setUp.singleSignOn === "apple"
      ? {
          frameworkPermissionInfo: { accessStatus: "granted" },
          frameworkProviderInfo: { id: "Cablevision", expirationDate: Date.now() + 31_536_000_000 }
        }
      : { frameworkPermissionInfo: { accessStatus: "denied" } }
  await runApplication(surroundings, {
    show: (words) => {
      if (!/^[A-Z0-9]{7}$/.test(words)) {
        shown.push(words.replace(/\d+ characters/, "some characters"))
        return
      }
      if (used.has(words)) return
      used.add(words)
      if (selected === undefined) simulator.mvpd.signIn(words)
      else void selectOnPhone(simulator, words, selected).then(() => simulator.mvpd.signIn(words))
    },
    open: async () => {
      const how = hows.shift()
      if (how === "close") return "closed"
      for (const { code, state } of simulator.sessions()) if (state === "waiting") simulator.mvpd.signIn(code)
      return "reached"
    },
    apple: {
      partner: "Apple",
      status: async () => status,
      authenticate: async () => ({ samlResponse: simulator.partner.samlResponse("Cablevision"), status })
    }
  })
  return shown
}

const selectOnPhone = async ({ origin, fetch }: SimulatorCore, code: string, mvpd: string): Promise<void> => {
  const phone = createSecondScreen({
    pass: createAdobePass({
      origin,
      fetch,
      softwareStatement: exampleSoftwareStatement,
      device: { identifier: "phone", info },
      storage: memoryStore()
    }),
    serviceProvider: "REF30",
    domainName: "adobe.com",
    redirectUrl: "https://adobe.com/signed-in"
  })
  const entered = await phone.enter(code)
  if (entered.kind !== "ready") throw new Error("The code was not accepted.")
  await entered.session.proceed({ mvpd: (await phone.mvpds()).find(({ id }) => id === mvpd) })
}

/** The names of the MVPDs. */
const displayNames: Readonly<Record<string, string>> = {
  Cablevision: "Optimum",
  Spectrum: "Spectrum",
  Dish: "DISH",
  AdobeShibboleth: "Adobe Shibboleth",
  AdobePass_SMI: "Adobe Pass SMI"
}

/**
 * Returns what the television shows for a recording, up to what the application alone does not determine: what the viewer does
 * elsewhere, and what is broken, is no part of it.
 */
export const wordsOf = (recording: ReadonlyArray<RecordedStep>): ReadonlyArray<string> => {
  const end = recording.findIndex(isDisturbance)
  return (end === -1 ? recording : recording.slice(0, end)).flatMap(wordsOfStep)
}

const isDisturbance = (step: RecordedStep): boolean =>
  step.kind === "break" ||
  step.kind === "jump" ||
  step.kind === "cancel-sign-in" ||
  step.kind === "set-up-television" ||
  (step.kind === "start-application" && step.seen.kind === "sign-in-resumed")

const wordsOfStep = (step: RecordedStep): ReadonlyArray<string> => {
  switch (step.kind) {
    case "start-application":
    case "sign-in-here":
    case "sign-in-with-partner":
    case "code-sign-in-ended":
      return [step.seen.kind]
    case "choose-profile":
      return [step.mvpd]
    case "list-mvpds":
      return "kind" in step.seen ? [step.seen.message] : step.seen.map((id) => displayNames[id] ?? id)
    case "decide-catalogue":
      return "kind" in step.seen ? [step.seen.message] : step.seen
    case "play":
    case "preview":
      return step.seen.kind === "permit" ? ["token of some characters", "permit"] : [step.seen.kind]
    case "refresh-profile":
      return "kind" in step.seen ? [step.seen.message] : [step.seen.mvpd ?? "signed-out"]
    case "sign-out":
      return "kind" in step.seen ? [step.seen.message] : step.seen.map(({ kind }) => kind)
    default:
      return []
  }
}

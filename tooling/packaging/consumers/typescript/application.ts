// An application in TypeScript: starts twice on one store, signs a viewer in, and asks for a decision.
import { createAdobePass, memoryStore, type AdobePass } from "@tve-pass/auth/promise"
import { match, narrow, type DeviceInfo } from "@tve-pass/client"
import {
  createRestV2Client,
  readDecisions,
  readProfiles,
  readSession,
  type RestV2Client
} from "@tve-pass/client/rest-v2"
import { startSimulatorServer } from "@tve-pass/testing/server"
import {
  createSimulatorCore,
  exampleSoftwareStatement,
  type OperationId,
  type Violation
} from "@tve-pass/testing/simulator"

const info: DeviceInfo = {
  primaryHardwareType: "Desktop",
  model: "x64",
  version: "1.0",
  osName: "Linux",
  osVersion: "6.1",
  connectionType: "LAN"
}
type Client = RestV2Client<AdobePass["suppliedHeaders"][number]>
const params = { path: { serviceProvider: "REF30" } } as const
const simulator = createSimulatorCore()
const server = await startSimulatorServer({ simulator })
const storage = memoryStore()

async function start(): Promise<string> {
  const pass: AdobePass = createAdobePass({
    origin: server.origin,
    softwareStatement: exampleSoftwareStatement,
    device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb", info },
    storage
  })
  try {
    const restV2 = createRestV2Client(pass)
    const configuration = narrow(await restV2.GET("/api/v2/{serviceProvider}/configuration", { params }))
    if (configuration.kind !== "success") return configuration.failure._tag
    const mvpd: string | undefined = configuration.data.requestor.mvpds[0]?.id
    if (mvpd === undefined) return "no MVPD"
    return (await isSignedIn(restV2)) ? await decide(restV2, mvpd) : await signIn(restV2, mvpd)
  } finally {
    await pass.dispose()
  }
}

async function isSignedIn(restV2: Client): Promise<boolean> {
  const profiles = narrow(await restV2.GET("/api/v2/{serviceProvider}/profiles", { params }))
  return profiles.kind === "success" && readProfiles(profiles.data).length > 0
}

async function signIn(restV2: Client, mvpd: string): Promise<string> {
  const answer = narrow(
    await restV2.POST("/api/v2/{serviceProvider}/sessions", {
      params,
      body: { mvpd, domainName: "adobe.com", redirectUrl: "https://adobe.com" }
    })
  )
  if (answer.kind !== "success") return answer.failure._tag
  const { actionName, code } = readSession(answer.data, server.origin)
  return match(
    actionName,
    {
      authenticate: () => {
        simulator.mvpd.signIn(code ?? "")
        return "the viewer has signed in"
      },
      authorize: () => "the viewer was signed in",
      partner_profile: () => "the partner knows the viewer",
      resume: () => "something is missing",
      retry: () => "something was wrong"
    },
    (other) => `do not know ${other}`
  )
}

async function decide(restV2: Client, mvpd: string): Promise<string> {
  const resources = ["TestStream1"]
  const answer = narrow(
    await restV2.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", {
      params: { path: { ...params.path, mvpd } },
      body: { resources }
    })
  )
  if (answer.kind !== "success") return answer.failure._tag
  const [decision] = readDecisions(answer.data, resources)
  return decision?.kind === "permit" ? `permit with a token: ${decision.token !== undefined}` : "no permit"
}

interface Start {
  readonly result: string
  readonly calls: ReadonlyArray<OperationId | undefined>
  readonly violations: ReadonlyArray<Violation>
}

async function watched(): Promise<Start> {
  simulator.journal.clear()
  const result = await start()
  return {
    result,
    calls: simulator.journal.calls().map(({ operation }) => operation),
    violations: simulator.journal.violations()
  }
}

const report = { first: await watched(), second: await watched() }
await server.close()
console.log(JSON.stringify(report))

import { memoryStore, createDevicePool } from "@tve-pass/auth/promise"
import { createSteps } from "@tve-pass/entitlement/steps"
import { createSimulatorCore, exampleSoftwareStatement, type SimulatorOptions } from "@tve-pass/testing/simulator"
import { createApp } from "../src/app.ts"

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
export const deviceInfo = Buffer.from(JSON.stringify(info)).toString("base64")

/** The routes over a simulator, without a port. */
export const backend = (simulatorOptions: SimulatorOptions = {}) => {
  const simulator = createSimulatorCore({ throttle: false, ...simulatorOptions })
  const { origin, fetch } = simulator
  const storage = memoryStore()
  const pool = createDevicePool({
    origin,
    fetch,
    softwareStatement: exampleSoftwareStatement,
    storage,
    throttle: false
  })
  const channel = { serviceProvider: "REF30", domainName: "adobe.com", redirectUrl: "https://adobe.com/signed-in" }
  const lines: Array<object> = []
  const app = createApp({
    pool,
    steps: createSteps({ ...channel, storage }),
    addressOf: () => "203.0.113.1",
    log: (entry) => lines.push(entry)
  })
  const call = async (method: "GET" | "POST", path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method,
      headers: { "X-Device-Info": deviceInfo, ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) })
    })
    const text = await response.text()
    const isJson = response.headers.get("Content-Type")?.includes("json") === true
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  /** Signs a device in at Cablevision. */
  const signIn = async (id: string): Promise<void> => {
    const { code } = (await call("POST", `/devices/${id}/sign-in`, { mvpd: "Cablevision" })).body
    simulator.mvpd.signIn(code)
    await call("GET", `/devices/${id}/sign-in/${code}`)
  }
  const count = (operation: Parameters<typeof simulator.journal.calls>[0]) => simulator.journal.calls(operation).length
  return { simulator, pool, call, signIn, count, lines }
}

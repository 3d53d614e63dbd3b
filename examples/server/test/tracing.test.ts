import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { describe, expect, it, onTestFinished } from "vitest"
import { startServer } from "../src/start-server.ts"
import { deviceInfo } from "./backend.ts"
import { startCollector } from "./collector.ts"

const address = "203.0.113.77"
const device = "CANARY-device"

/** A server that sends its spans to a collector, over a simulator. */
const startTraced = async () => {
  const collector = await startCollector()
  const storeDirectory = await mkdtemp(join(tmpdir(), "tve-pass-tracing-"))
  const simulator = createSimulatorCore({
    throttle: false,
    mvpds: [{ id: "Cablevision", viewers: [{ id: "CANARY-viewer" }] }]
  })
  const adobePass = await startSimulatorServer({ simulator })
  const server = await startServer(
    {
      port: 0,
      trustProxy: true,
      serviceProvider: "REF30",
      domainName: "adobe.com",
      redirectUrl: "https://adobe.com/signed-in",
      storeDirectory,
      adobePass: { target: { origin: adobePass.origin }, softwareStatement: exampleSoftwareStatement },
      tracing: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint }
    },
    () => undefined
  )
  onTestFinished(() => rm(storeDirectory, { recursive: true, force: true }))
  const call = async (method: string, path: string, body?: object) => {
    const headers = { "X-Device-Info": deviceInfo, "X-Forwarded-For": address, Connection: "close" }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init)
    return response.json()
  }
  return { collector, storeDirectory, simulator, adobePass, server, call }
}

/** Strings of a record or a response that must not be in a span: those long enough to be no word. */
const secretsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return value.length > 7 ? [value] : []
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(secretsIn) : []
}

describe("spans", () => {
  it("are named after routes and operations, and those of calls are below their request", async () => {
    const { collector, simulator, adobePass, server, call } = await startTraced()
    const { code } = await call("POST", `/devices/${device}/sign-in`, { mvpd: "Cablevision" })
    simulator.mvpd.signIn(code)
    await call("GET", `/devices/${device}/sign-in/${code}`)
    await call("POST", `/devices/${device}/play`, { resource: "REF30" })
    await call("GET", "/nowhere").catch(() => undefined)
    await server.stop()
    await adobePass.close()
    const spans = collector.spans()
    const nameOf = (id: string | undefined) => spans.find(({ spanId }) => spanId === id)?.name
    expect(spans.map(({ name, parentSpanId }) => [nameOf(parentSpanId), name]).sort()).toEqual(
      [
        [undefined, "POST /devices/:id/sign-in"],
        ["POST /devices/:id/sign-in", "AdobePass registerClient"],
        ["POST /devices/:id/sign-in", "AdobePass retrieveAccessToken"],
        ["POST /devices/:id/sign-in", "AdobePass createAuthenticationSession"],
        [undefined, "GET /devices/:id/sign-in/:code"],
        ["GET /devices/:id/sign-in/:code", "AdobePass retrieveProfileForCode"],
        [undefined, "POST /devices/:id/play"],
        ["POST /devices/:id/play", "AdobePass retrieveAuthorizationDecisions"],
        [undefined, "GET unknown route"]
      ].sort()
    )
    expect(JSON.stringify(simulator.journal.calls())).not.toMatch(/traceparent|"b3"/)
  })

  it("contain no secret, no code, no identifier and no address", async () => {
    const { collector, storeDirectory, simulator, adobePass, server, call } = await startTraced()
    const { code } = await call("POST", `/devices/${device}/sign-in`, { mvpd: "Cablevision" })
    simulator.mvpd.signIn(code)
    await call("GET", `/devices/${device}/sign-in/${code}`)
    const { mediaToken } = await call("POST", `/devices/${device}/play`, { resource: "REF30" })
    simulator.faults.next("retrieveAuthorizationDecisions", { status: 500 })
    await call("POST", `/devices/${device}/play`, { resource: "REF30" })
    await adobePass.close()
    expect(await call("POST", `/devices/${device}/play`, { resource: "REF30" })).toMatchObject({
      kind: "check-network"
    })
    const files = (await readdir(storeDirectory, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile()
    )
    const records = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")))
    await server.stop()
    const stored = records.filter((record) => record.startsWith("{")).flatMap((record) => secretsIn(JSON.parse(record)))
    expect(stored.length).toBeGreaterThan(3)
    const canaries = [...stored, device, "CANARY", address, code, mediaToken, deviceInfo, exampleSoftwareStatement]
    const received = collector.received()
    expect(received).toContain('"error.type"')
    expect(canaries.filter((canary) => received.includes(canary))).toEqual([])
  })
})

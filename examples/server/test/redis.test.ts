import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { describe, expect, it, onTestFinished } from "vitest"
import { isWithoutRedis, startRedis } from "../../../packages/redis/test/server/redis-server.ts"
import { startServer } from "../src/start-server.ts"
import { deviceInfo } from "./backend.ts"

const call = async (method: string, address: string) => {
  const headers = { "X-Device-Info": deviceInfo, "X-Forwarded-For": "203.0.113.1", Connection: "close" }
  return (await fetch(address, { method, headers })).json()
}

describe.skipIf(isWithoutRedis)("two servers on one Redis", () => {
  it("register a device once, keep one pace for its polls, and say when Redis is lost and found", async () => {
    const redis = await startRedis()
    const simulator = createSimulatorCore()
    const adobePass = await startSimulatorServer({ simulator })
    const settings = {
      port: 0,
      trustProxy: true,
      serviceProvider: "REF30",
      domainName: "adobe.com",
      redirectUrl: "https://adobe.com/signed-in",
      redisUrl: `redis://127.0.0.1:${redis.port}`,
      adobePass: { target: { origin: adobePass.origin }, softwareStatement: exampleSoftwareStatement }
    }
    const lines: Array<object> = []
    const servers = await Promise.all([1, 2].map(() => startServer(settings, (entry) => lines.push(entry))))
    onTestFinished(async () => {
      await Promise.all(servers.map(({ stop }) => stop()))
      await adobePass.close()
    })
    const [one = "", two = ""] = servers.map(({ port }) => `http://127.0.0.1:${port}/devices/kitchen`)
    const { code } = await call("POST", `${one}/sign-in`)
    const polls = await Promise.all([one, two].map((server) => call("GET", `${server}/sign-in/${code}`)))
    expect(polls.map(({ status }) => status)).toEqual(["waiting", "waiting"])
    expect(simulator.journal.calls("registerClient")).toHaveLength(1)
    expect(simulator.journal.calls("retrieveAccessToken")).toHaveLength(1)
    expect(simulator.journal.calls("retrieveProfileForCode")).toHaveLength(1)
    simulator.journal.expectNoViolations()
    const notDurable = { level: "warn", code: "not-durable", message: expect.stringContaining("appendonly") }
    expect(lines).toEqual([notDurable, notDurable])
    await redis.kill()
    await expect.poll(() => lines.length, { timeout: 30_000 }).toBe(4)
    const unavailable = { level: "error", message: "Redis is unavailable" }
    expect(lines.slice(2)).toEqual([unavailable, unavailable])
    await redis.restart()
    await expect.poll(() => lines.length, { timeout: 30_000 }).toBe(6)
    expect(await call("GET", `${one}/sign-in/${code}`)).toMatchObject({ status: expect.any(String) })
  })
})

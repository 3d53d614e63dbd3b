import { narrow } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { exampleSoftwareStatement } from "@tve-pass/testing"
import { afterEach, describe, expect, it } from "vitest"
import { afterDelays } from "../../src/policy/index.ts"
import {
  createAdobePass,
  createDevicePool,
  memoryStore,
  type AdobePass,
  type StoreSource
} from "../../src/promise/index.ts"
import { rejectionOf } from "../flow/device.ts"
import type { Conditions, SteeredSimulator } from "./steered-simulator.ts"

const path = "/api/v2/REF30/configuration"
const device = {
  identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
  info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
}
const counted = ["registerClient", "retrieveAccessToken", "retrieveConfiguration"] as const

/** Retries at once: time is not the subject here. */
const policy = { dcrRetries: afterDelays(0, 0, 0), dcrJitter: 0 }

/** The whole auth layer against a server that was not written with it. */
export const describeScenarios = (name: string, start: (conditions: Conditions) => Promise<SteeredSimulator>): void => {
  describe(`the auth layer against ${name}`, () => {
    const open: Array<() => Promise<void>> = []
    afterEach(async () => {
      await Promise.all(open.splice(0).map((dispose) => dispose()))
    })

    const setUp = async (conditions: Conditions = { throttle: false }) => {
      const simulator = await start(conditions)
      const { origin, fetch } = simulator
      const common = { origin, fetch, softwareStatement: exampleSoftwareStatement, policy } as const
      const connect = (storage: StoreSource = memoryStore()): AdobePass => {
        const pass = createAdobePass({ ...common, device, storage, throttle: conditions.throttle ? undefined : false })
        open.push(pass.dispose)
        return pass
      }
      /** Calls of register, token and configuration so far. */
      const counts = async () => {
        const operations = (await simulator.calls()).map(({ operation }) => operation)
        return counted.map((operation) => operations.filter((called) => called === operation).length)
      }
      return { simulator, common, connect, counts }
    }

    it("a first call registers, retrieves a token and gets its answer, without a violation of the protocol", async () => {
      const { simulator, connect, counts } = await setUp()
      const restV2 = createRestV2Client(connect())
      const params = { path: { serviceProvider: "REF30" } }
      const result = narrow(await restV2.GET("/api/v2/{serviceProvider}/configuration", { params }))
      expect(result).toMatchObject({ kind: "success", data: { requestor: { id: "REF30" } } })
      expect(await counts()).toStrictEqual([1, 1, 1])
      expect(await simulator.violations()).toStrictEqual([])
    })

    it.each([1, 10, 1000])("%i concurrent first callers: one registration, one token call", async (callers) => {
      const { connect, counts } = await setUp()
      const pass = connect()
      const tokens = await Promise.all(Array.from({ length: callers }, () => pass.accessToken()))
      expect(new Set(tokens).size).toBe(1)
      expect(await counts()).toStrictEqual([1, 1, 0])
    })

    it("20 concurrent 401s: one refresh, 20 successful replays", async () => {
      const { simulator, connect, counts } = await setUp()
      const pass = connect()
      await pass.accessToken()
      await simulator.revokeTokens()
      const responses = await Promise.all(Array.from({ length: 20 }, () => pass.fetch(path)))
      expect(responses.map(({ status }) => status)).toStrictEqual(Array.from({ length: 20 }, () => 200))
      expect(await counts()).toStrictEqual([1, 2, 40])
    })

    it("a lifetime of 60 s and 20 sequential calls: one token call", async () => {
      const { connect, counts } = await setUp({ throttle: false, tokenLifetime: 60 })
      const pass = connect()
      for (let count = 0; count < 20; count++) expect((await pass.fetch(path)).status).toBe(200)
      expect(await counts()).toStrictEqual([1, 1, 20])
    })

    it("a second start on the same store sends nothing but the call", async () => {
      const { connect, counts } = await setUp()
      const storage = memoryStore()
      await connect(storage).fetch(path)
      await connect(storage).fetch(path)
      expect(await counts()).toStrictEqual([1, 1, 2])
    })

    it("revoked credentials: one new registration, and the event that profiles are lost", async () => {
      const { simulator, connect, counts } = await setUp()
      const pass = connect()
      const replaced: Array<string> = []
      pass.on("credentials-replaced", ({ reason }) => replaced.push(reason))
      await pass.fetch(path)
      await simulator.revokeClients()
      expect((await pass.fetch(path)).status).toBe(200)
      expect(replaced).toStrictEqual(["invalid_client"])
      expect((await counts())[0]).toBe(2)
      await simulator.revokeClients()
      expect(await rejectionOf(pass.fetch(path))).toMatchObject({ code: "registration-guarded" })
      expect((await counts())[0]).toBe(2)
    })

    it("a refused statement is a typed error, and is not asked again", async () => {
      const { simulator, connect, counts } = await setUp()
      await simulator.fault("registerClient", { error: "unapproved_software_statement" })
      expect(await rejectionOf(connect().accessToken())).toMatchObject({ code: "statement-rejected" })
      expect(await counts()).toStrictEqual([1, 0, 0])
    })

    it.each([
      ["a 503", { status: 503 }],
      ["a gateway's page", { status: 502, html: true }],
      ["a reset connection", { reset: true }]
    ] as const)("%s on register and token is got over", async (_, fault) => {
      const { simulator, connect, counts } = await setUp()
      await simulator.fault("registerClient", fault, 2)
      await simulator.fault("retrieveAccessToken", fault, 2)
      expect((await connect().fetch(path)).status).toBe(200)
      expect(await counts()).toStrictEqual([3, 3, 1])
    })

    it("a truncated answer to token is a typed error, and costs no registration", async () => {
      const { simulator, connect, counts } = await setUp()
      const pass = connect()
      await simulator.fault("retrieveAccessToken", { truncate: true })
      expect(await rejectionOf(pass.accessToken())).toMatchObject({ code: "malformed-response" })
      await pass.accessToken()
      expect(await counts()).toStrictEqual([1, 2, 0])
    })

    it("a 429 is waited out for a second at least", async () => {
      const { simulator, connect } = await setUp()
      await simulator.fault("retrieveConfiguration", { status: 429 })
      expect((await connect().fetch(path)).status).toBe(200)
      const [first, second] = await simulator.calls("retrieveConfiguration")
      expect((second?.at ?? Number.NaN) - (first?.at ?? Number.NaN)).toBeGreaterThanOrEqual(1000)
    })

    it("a burst on a fresh device stays within the documented throttle", async () => {
      const { simulator, connect } = await setUp({ throttle: true })
      const pass = connect()
      const responses = await Promise.all(Array.from({ length: 11 }, () => pass.fetch(path)))
      expect(responses.every(({ status }) => status === 200)).toBe(true)
      const statuses = (await simulator.calls()).map(({ status }) => status)
      expect(statuses).toHaveLength(13)
      expect(statuses).not.toContain(429)
    })

    it("a caller that aborts leaves the others their token", async () => {
      const { simulator, connect, counts } = await setUp()
      await simulator.fault("registerClient", { delay: 50 })
      const pass = connect()
      const controller = new AbortController()
      const aborted = rejectionOf(pass.accessToken({ signal: controller.signal }))
      const others = [pass.accessToken(), pass.accessToken()]
      controller.abort()
      expect(await aborted).toMatchObject({ name: "AbortError" })
      expect(new Set(await Promise.all(others)).size).toBe(1)
      expect(await counts()).toStrictEqual([1, 1, 0])
    })

    it("a server's devices each have their own pair and address", async () => {
      const { simulator, common } = await setUp()
      const pool = createDevicePool({ ...common, throttle: false })
      open.push(pool.dispose)
      const addresses = ["203.0.113.1", "203.0.113.2", "203.0.113.3"]
      const responses = await Promise.all(
        addresses.map((forwardedFor, index) =>
          pool.device({ device: { ...device, identifier: `device ${index}` }, forwardedFor }).fetch(path)
        )
      )
      expect(responses.map(({ status }) => status)).toStrictEqual([200, 200, 200])
      const calls = await simulator.calls()
      expect(new Set(calls.map(({ address }) => address))).toStrictEqual(new Set(addresses))
      const configurations = await simulator.calls("retrieveConfiguration")
      expect(new Set(configurations.map(({ clientId }) => clientId)).size).toBe(3)
      expect(await simulator.violations()).toStrictEqual([])
    })
  })
}

import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"
import { createAdobePass, createDevicePool, importCredentials, memoryStore } from "../../src/promise/index.ts"
import { FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"
import { rejectionOf } from "../flow/device.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

const application = { environment: "release-staging", softwareStatement: "CANARY.statement.signature" } as const
const device = { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" }
const kept = { clientId: "kept-client", clientSecret: "CANARY-secret-of-kept-client" }

const setUp = () => {
  const server = new FakeAdobePass(new VirtualClock())
  server.clients.add(kept.clientId)
  const options = { ...application, device, storage: memoryStore() }
  return { server, options, operations: () => server.arrivals.map(({ operation }) => operation) }
}

describe("importCredentials", () => {
  it.each([kept, { ...kept, clientSecret: Redacted.make(kept.clientSecret) }])(
    "lets the first request use the pair",
    async (pair) => {
      const { server, options, operations } = setUp()
      expect(await importCredentials(options, pair)).toBe(true)
      await createAdobePass({ ...options, fetch: server.fetch }).fetch("/api/v2/REF30/profiles")
      expect(operations()).toEqual(["token", "call"])
    }
  )

  it("works for a device of a pool, whose instance is its identifier", async () => {
    const { server, options, operations } = setUp()
    await importCredentials({ ...options, instanceId: device.identifier }, kept)
    const pool = createDevicePool({ ...application, storage: options.storage, fetch: server.fetch })
    await pool.device({ device, forwardedFor: "203.45.101.20" }).fetch("/api/v2/REF30/profiles")
    expect(operations()).toEqual(["token", "call"])
    await pool.dispose()
  })

  it("replaces no pair that is there", async () => {
    const { options } = setUp()
    const answers = await Promise.all([
      importCredentials(options, kept),
      importCredentials(options, { ...kept, clientId: "other-client" })
    ])
    expect(answers).toEqual([true, false])
  })

  it("takes the place of a record that cannot be read, which is kept aside", async () => {
    const texts = new Map<string, string>()
    const storage = {
      get: (key: string) => texts.get(key),
      set: (key: string, text: string) => void texts.set(key, text),
      remove: (key: string) => void texts.delete(key)
    }
    const { options } = setUp()
    await importCredentials({ ...options, storage }, kept)
    const [record = ""] = texts.keys()
    texts.set(record, "damaged")
    expect(await importCredentials({ ...options, storage }, kept)).toBe(true)
    expect([...texts.values()]).toContain("damaged")
    expect(await importCredentials({ ...options, storage }, kept)).toBe(false)
  })

  it.each([
    ["clientId", { ...kept, clientId: "" }],
    ["clientSecret", { ...kept, clientSecret: "" }],
    ["clientSecret", { clientId: "kept-client" }]
  ])("refuses an empty %s", async (field, pair) => {
    const { options } = setUp()
    // A pair from a file, which no compiler has seen.
    const error = await rejectionOf(importCredentials(options, pair as typeof kept))
    expect(error).toMatchObject({ code: "invalid-configuration", reason: { field } })
    expect(JSON.stringify(error)).not.toContain("CANARY")
  })

  it("says why the store cannot be used, without the secret", async () => {
    const full = () => {
      throw new Error(`quota exceeded by ${kept.clientSecret}`)
    }
    const { options } = setUp()
    const storage = { get: () => undefined, set: full, remove: () => {} }
    const error = await rejectionOf(importCredentials({ ...options, storage }, kept))
    expect(error).toMatchObject({ code: "store-unavailable" })
    expect(JSON.stringify(error) + String(error)).not.toContain("CANARY")
  })
})

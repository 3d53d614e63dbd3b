import { describe, expect, it } from "vitest"
import { exampleSoftwareStatement } from "../../src/index.ts"
import { signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async () => {
  const simulator = createCheckedSimulator()
  return { simulator, application: await startApplication(simulator) }
}

describe("a response that keeps its status", () => {
  it("has a value that no specification knows", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("createAuthenticationSession", { unknownValue: ["actionName", "missingParameters"] })
    expect((await application.createSession({})).body).toMatchObject({
      actionName: "a_value_from_the_future",
      actionType: "direct",
      missingParameters: ["a_value_from_the_future"]
    })
    await signIn(simulator, application)
    simulator.faults.next("retrieveProfiles", { unknownValue: "type" })
    expect((await application.profiles()).body.profiles.Cablevision).toMatchObject({
      type: "a_value_from_the_future",
      issuer: "Cablevision"
    })
  })

  it("has members of a later version in every object", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveConfiguration", { extraMembers: true })
    const { body } = await application.configuration()
    const added = { value: 1 }
    expect([body.addedInALaterVersion, body.requestor.mvpds[0].addedInALaterVersion]).toEqual([added, added])
    simulator.faults.next("retrieveConfiguration", { extraMembers: { os: null } })
    expect((await application.configuration()).body.os).toBeNull()
  })

  it("is cut in the middle, or after so many bytes", async () => {
    const { simulator, application } = await start()
    const whole = JSON.stringify((await application.profiles()).body)
    simulator.faults.next("retrieveProfiles", { truncate: true })
    simulator.faults.next("retrieveProfiles", { truncate: 3, contentType: "text/plain" })
    const read = async () => {
      const headers = {
        Authorization: `Bearer ${application.accessToken()}`,
        "AP-Device-Identifier": `fingerprint ${btoa("x")}`
      }
      return (await simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`, { headers })).text()
    }
    expect([await read(), await read()]).toEqual([whole.slice(0, whole.length / 2), whole.slice(0, 3)])
  })

  it("has another content type", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveProfiles", { contentType: "text/html" })
    const { headers, body } = await application.profiles()
    expect([headers.get("content-type"), body]).toEqual(["text/html", '{"profiles":{}}'])
  })

  it("comes from a server whose clock is ahead", async () => {
    const { simulator, application } = await start()
    const hour = 3_600_000
    const now = simulator.clock.now()
    simulator.faults.next("createAuthenticationSession", { clockSkew: hour })
    const { headers, body } = await application.createSession({})
    expect(body.notBefore).toBe(String(now + hour))
    expect(headers.get("date")).toBe(new Date(now + hour).toUTCString())
    expect(await issuedAt(simulator, -hour)).toBe(Math.floor(now / 1_000) - 3_600)
    expect(await createdAt(simulator, -hour)).toBe(now - hour)
    simulator.faults.next("retrieveProfileForMvpd", { clockSkew: hour })
    const profile = (await application.profile("TempPass_TEST40")).body.profiles.TempPass_TEST40
    expect(profile.attributes.expiration_date.value).toBe(profile.notAfter)
  })
})

type CheckedSimulator = ReturnType<typeof createCheckedSimulator>

const register = async (simulator: CheckedSimulator) => {
  const response = await simulator.fetch(`${simulator.origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ software_statement: exampleSoftwareStatement })
  })
  return response.json()
}

const issuedAt = async (simulator: CheckedSimulator, clockSkew: number) => {
  simulator.faults.next("registerClient", { clockSkew })
  return (await register(simulator)).client_id_issued_at
}

const createdAt = async (simulator: CheckedSimulator, clockSkew: number) => {
  const { client_id, client_secret } = await register(simulator)
  simulator.faults.next("retrieveAccessToken", { clockSkew })
  const body = new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" })
  const response = await simulator.fetch(`${simulator.origin}/o/client/token`, { method: "POST", body })
  return (await response.json()).created_at
}

describe("time on the simulator's clock", () => {
  it("passes before a delayed response", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveProfiles", { delay: 500 })
    let responded = false
    const call = application.profiles().then((response) => {
      responded = true
      return response
    })
    await settled()
    simulator.clock.advance(499)
    await settled()
    expect(responded).toBe(false)
    simulator.clock.advance(1)
    expect((await call).status).toBe(200)
  })

  it("passes between the parts of a slow body", async () => {
    const { simulator, application } = await start()
    simulator.faults.next("retrieveProfiles", { slowBody: { bytes: 5, everyMilliseconds: 1_000 } })
    const headers = {
      Authorization: `Bearer ${application.accessToken()}`,
      "AP-Device-Identifier": `fingerprint ${btoa("x")}`
    }
    const response = await simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`, { headers })
    const reader = response.body?.getReader()
    const parts: string[] = []
    for (let part = 0; part < 3; part += 1) {
      const next = reader?.read()
      await settled()
      simulator.clock.advance(1_000)
      parts.push(new TextDecoder().decode((await next)?.value))
    }
    expect(parts).toEqual(['{"pro', "files", '":{}}'])
    expect((await reader?.read())?.done).toBe(true)
  })

  it("is waited for no longer than the caller wants", async () => {
    const { simulator } = await start()
    simulator.faults.next("retrieveProfiles", { delay: 500 })
    const abort = new AbortController()
    const call = simulator.fetch(`${simulator.origin}/api/v2/REF30/profiles`, { signal: abort.signal })
    await settled()
    abort.abort()
    await expect(call).rejects.toMatchObject({ name: "AbortError" })
  })
})

/** Lets every promise that can go on do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe("decisions that are missing", () => {
  it.each([
    ["body", ""],
    ["decisions", { decisions: [] }],
    ["last", { decisions: [expect.objectContaining({ resource: "a" })] }]
  ] as const)("by %s", async (missingDecisions, expected) => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    simulator.faults.next("retrievePreauthorizationDecisions", { missingDecisions })
    const { status, body } = await application.preauthorize("Cablevision", ["a", "b"])
    expect([status, body]).toEqual([200, expected])
    simulator.faults.expectUsed()
  })

  it("are a fault of decision operations only", async () => {
    const { simulator } = await start()
    expect(() => simulator.faults.next("retrieveProfiles", { missingDecisions: "body" })).toThrow(
      "Failed to script a fault: `missingDecisions` is for the decision operations, not retrieveProfiles."
    )
  })
})

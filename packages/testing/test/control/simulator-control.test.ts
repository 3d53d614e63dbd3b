import { expect, it, onTestFinished } from "vitest"
import { simulatorControl } from "../../src/control/index.ts"
import { createControlApi, startSimulatorServer } from "../../src/server/index.ts"
import { createSimulatorCore, exampleSoftwareStatement } from "../../src/simulator/index.ts"

const serve = async () => {
  const api = createControlApi(() => createSimulatorCore({ throttle: false }))
  const server = await startSimulatorServer({ simulator: api.simulator, control: api })
  onTestFinished(server.close)
  return { origin: server.origin, control: simulatorControl(server.origin) }
}

const register = (origin: string) =>
  fetch(`${origin}/o/client/register`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ software_statement: exampleSoftwareStatement })
  })

it("controls a simulator over HTTP", async () => {
  const { origin, control } = await serve()
  await control.faults.next("registerClient", { status: 503 })
  await control.faults.nth("registerClient", 2, { status: 502 })
  expect([(await register(origin)).status, (await register(origin)).status]).toEqual([503, 502])
  const { client_id } = await (await register(origin)).json()
  expect((await control.journal.calls("registerClient")).map(({ status }) => status)).toEqual([503, 502, 201])
  await control.revokeClient(client_id)
  await control.revokeTokens()
  await control.mvpd.rule("Cablevision", { resource: "*", decision: "deny" })
  await control.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
  await control.endDegradation({ mvpd: "Cablevision" })
  expect((await control.state()).counts.clients).toBe(1)
  expect((await control.journal.coverage()).operations.registerClient.responses).toEqual({ 201: 1 })
  await expect(control.journal.expectNoViolations()).rejects.toThrow("X-Device-Info is missing")
  await control.reset()
  await control.journal.expectNoViolations()
})

it("rejects with what the API says", async () => {
  const { control } = await serve()
  await expect(control.mvpd.signIn("ABCDEFG")).rejects.toThrow(
    "Failed to POST /simulator/sign-in: Failed to sign in with code ABCDEFG: the session is unknown."
  )
  await expect(control.mvpd.decline("ABCDEFG")).rejects.toThrow("the session is unknown")
  await expect(control.expireSession("ABCDEFG")).rejects.toThrow("there is no code ABCDEFG")
  await expect(control.faults.rate("*", 2, { status: 503 })).rejects.toThrow("the probability is 2")
})

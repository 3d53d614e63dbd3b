import { expect, expectTypeOf, it } from "vitest"
import {
  createManualClock,
  createSimulator,
  createSimulatorCore,
  findScenario,
  scenarios,
  type Scenario,
  type SimulatorOptions
} from "../../src/index.ts"
import { startApplication } from "./flow/application.ts"

const kebabCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

it("names each scenario by its key, in kebab case, and finds it by that name", () => {
  for (const [key, scenario] of Object.entries<Scenario>(scenarios)) {
    expect(scenario.name).toBe(kebabCase(key))
    expect(findScenario(scenario.name)).toBe(scenario)
  }
  expect(findScenario("firstLaunch")).toBeUndefined()
})

it("holds what viewers meet", () => {
  expect(Object.keys(scenarios)).toHaveLength(31)
})

it("knows, for the compiler, what the application remembers", () => {
  expectTypeOf(scenarios.returningViewer.remembered.mvpd).toEqualTypeOf<"Cablevision">()
  expectTypeOf(scenarios.firstLaunch).not.toHaveProperty("remembered")
})

it("gives simulators options of each scenario, for the compiler too", () => {
  const all: ReadonlyArray<SimulatorOptions> = Object.values(scenarios)
  expect(all.map((scenario) => createSimulatorCore(scenario).journal.calls().length)).toEqual(all.map(() => 0))
})

it("can be used again: simulators of one scenario share nothing", async () => {
  const simulators = [createSimulator(scenarios.revokedClient), createSimulator(scenarios.revokedClient)]
  const body = new URLSearchParams({
    client_id: scenarios.revokedClient.remembered.clientId,
    client_secret: scenarios.revokedClient.remembered.clientSecret,
    grant_type: "client_credentials"
  })
  for (const { origin, fetch, journal } of simulators) {
    const response = await fetch(`${origin}/o/client/token`, { method: "POST", body })
    expect(await response.json()).toEqual({ error: "invalid_client" })
    expect(journal.calls()).toHaveLength(1)
  }
})

it("lets a throttled household make eleven calls at once, and one more each second", async () => {
  const clock = createManualClock()
  const { origin, fetch, handle } = createSimulator({ ...scenarios.throttledHousehold, clock })
  const statuses: Array<number> = []
  const environment = {
    origin,
    fetch,
    navigate: fetch,
    pause: () => undefined,
    record: ({ status }: { readonly status: number }) => void statuses.push(status)
  }
  const television = startApplication(environment)
  await television.registerClient()
  await television.retrieveAccessToken()
  for (let call = 0; call < 10; call += 1) await television.retrieveConfiguration()
  expect(statuses).toEqual([...Array<number>(2).fill(201), ...Array<number>(9).fill(200), 429])

  const fromElsewhere = new Request(`${origin}/o/client/register`, { method: "POST" })
  expect((await handle(fromElsewhere, { address: "198.51.100.7" })).status).toBe(400)

  clock.advance(1_000)
  await television.retrieveConfiguration()
  await television.retrieveConfiguration()
  expect(statuses.slice(-2)).toEqual([200, 429])
})

it("lets the viewer decline only where there is a login page: a session without an MVPD has none", async () => {
  const simulator = createSimulator(scenarios.declinedSignIn)
  const television = startApplication(
    {
      origin: simulator.origin,
      fetch: simulator.fetch,
      navigate: simulator.fetch,
      pause: () => undefined,
      record: () => undefined
    },
    scenarios.declinedSignIn
  )
  await television.retrieveAccessToken()
  await television.createAuthenticationSession()
  await simulator.idle()
  expect(simulator.sessions().map(({ state }) => state)).toEqual(["waiting"])
})

import { inProcessLock, memoryStore, type AuthorizedTransport } from "@tve-pass/auth"
import { createDevicePool } from "@tve-pass/auth/promise"
import { exampleSoftwareStatement, type SimulatorOptions } from "@tve-pass/testing/simulator"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import { connectSteps } from "../../src/steps/create-steps.ts"
import type { CreatedSession, StepsOptions } from "../../src/steps/index.ts"
import { network } from "./entitlement-under-test.ts"

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

/** Several servers of one backend on one store, and a device that asks them. */
export const backend = (options: Partial<StepsOptions> = {}, simulatorOptions: SimulatorOptions = {}) => {
  const over = network(simulatorOptions)
  const { clock, simulator } = over
  const services = Context.make(Clock.Clock, clock)
  const storage = { ...memoryStore(), lock: inProcessLock() }
  const server = (change: (pass: AuthorizedTransport) => AuthorizedTransport = (pass) => pass) => {
    const pool = createDevicePool({
      origin: simulator.origin,
      fetch: simulator.fetch,
      softwareStatement: exampleSoftwareStatement,
      storage,
      throttle: false
    })
    const steps = connectSteps(
      { serviceProvider: "REF30", domainName: "adobe.com", redirectUrl: "https://adobe.com/", storage, ...options },
      services
    )
    return (identifier: string) =>
      steps.device({
        pass: change(pool.device({ device: { identifier, info }, forwardedFor: "203.0.113.1" })),
        id: identifier,
        platform: info.osName
      })
  }
  return { ...over, server, finish: <Value>(promise: Promise<Value>) => clock.finish(promise) }
}

/** The code of a session that waits for a sign-in. */
export const codeOf = (session: CreatedSession): string => {
  if (session.kind !== "code") throw new Error(`The session is ${session.kind}.`)
  return session.code
}

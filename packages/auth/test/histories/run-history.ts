import { inspect } from "node:util"
import type { AuthEvent } from "../../src/events/index.ts"
import type { FetchFunction } from "../../src/network/index.ts"
import { canary } from "../fake-server/fake-adobe-pass.ts"
import { configurationPath, World, type App } from "../flow/device.ts"
import { foreignOrigin, replies } from "./faults.ts"
import type { Step } from "./step.ts"
import { WatchedNetwork } from "./watched-network.ts"

/** An hour from the moment at which the call begins; its last attempt may be a minute later. */
const coolDown = 3_600_000 - 60_000

/** Lives through a history with two processes on one store. Answers with the promises that were broken. */
export const runHistory = async (steps: ReadonlyArray<Step>): Promise<ReadonlyArray<string>> => {
  const life = new Life()
  for (const step of steps) await life.live(step)
  await life.end()
  return life.broken
}

class Life {
  readonly broken: Array<string> = []
  readonly #world = new World()
  readonly #underWay = new Set<Request>()
  readonly #callers = new Set<AbortController>()
  readonly #apps: [App, App]
  #replacedAt = { elapsed: Number.NEGATIVE_INFINITY, wall: Number.NEGATIVE_INFINITY }
  #registeredAt = this.#replacedAt
  #adopted = 0
  #stops = 0

  constructor() {
    this.#world.server.latency = 5
    this.#apps = [this.#start(), this.#start()]
  }

  async live(step: Step): Promise<void> {
    const { clock, server } = this.#world
    switch (step.type) {
      case "call":
        return this.#call((signal) => this.#apps[step.app].fetch(configurationPath, { signal }), step.abortAfter)
      case "token":
        return this.#call((signal) => this.#apps[step.app].accessToken(signal), step.abortAfter)
      case "call a foreign origin":
        return this.#call((signal) => this.#apps[step.app].fetch(`${foreignOrigin}/`, { signal }), undefined)
      case "forget":
        return this.#call(() => this.#apps[step.app].forget(), undefined)
      case "wait":
        return clock.advance(step.millis)
      case "set the wall clock":
        return clock.setWallClock(step.millis)
      case "restart":
        return this.#restart(step.app)
      case "lose the token":
        return this.#world.removeRecord(this.#apps[0].application.key, "token")
      case "damage":
        return this.#world.setRecord(this.#apps[0].application.key, step.record, `{"${canary}`)
      case "expire tokens":
        return server.expireTokens()
      case "revoke clients":
        return server.revokeClients()
      case "fault":
        return server.next(step.operation, ...Array.from({ length: step.times }, () => replies[step.fault]))
    }
  }

  /** Every caller ends; only a call that the network leaves without an answer has to be given up by its caller. */
  async end(): Promise<void> {
    const { clock, server } = this.#world
    await clock.drain()
    const unanswered = server.arrivals.filter(({ operation, status }) => operation === "call" && status === undefined)
    if (this.#callers.size > unanswered.length) this.broken.push("a caller never ends")
    for (const controller of this.#callers) controller.abort()
    await clock.drain()
    if (this.#callers.size > 0) this.broken.push("a caller does not end when it is aborted")
    const registered = server.arrivals.filter(({ operation, status }) => operation === "register" && status === 201)
    const intact = registered.length - server.spoilt
    if (intact > this.#adopted + this.#stops) this.broken.push("a pair was registered and lost")
  }

  #start(): App {
    const { server, clock } = this.#world
    const network = new WatchedNetwork(server, clock, this.#underWay, this.broken)
    const fetch: FetchFunction = (input, init) => {
      if (input instanceof Request && input.url.endsWith("/register")) {
        this.#registeredAt = { elapsed: clock.elapsed, wall: clock.currentTimeMillisUnsafe() }
      }
      return network.fetch(input, init)
    }
    const app = this.#world.start({ throttle: {}, fetch })
    app.listen((event) => this.#watch(event))
    return app
  }

  async #restart(index: 0 | 1): Promise<void> {
    this.#stops += 1
    await this.#apps[index].stop()
    this.#apps[index] = this.#start()
  }

  async #call(start: (signal: AbortSignal) => Promise<unknown>, abortAfter: number | undefined): Promise<void> {
    const controller = new AbortController()
    this.#callers.add(controller)
    void start(controller.signal)
      .catch((error: unknown) => this.#checkForSecrets(error))
      .finally(() => this.#callers.delete(controller))
    if (abortAfter !== undefined) this.#world.clock.schedule(abortAfter, () => controller.abort())
    await this.#world.clock.settle()
  }

  #watch(event: AuthEvent): void {
    this.#checkForSecrets(event)
    if (event.type === "credentials-registered") this.#adopted += 1
    if (event.type !== "credentials-replaced" || event.reason === "another_process") return
    // Only the wall clock spans processes, so one that jumps ahead may shorten the cool-down.
    const { elapsed, wall } = this.#registeredAt
    if (elapsed - this.#replacedAt.elapsed < coolDown && wall - this.#replacedAt.wall < coolDown) {
      this.broken.push("two replacements within the cool-down")
    }
    this.#replacedAt = { elapsed, wall }
  }

  #checkForSecrets(output: unknown): void {
    const text = [String(output), JSON.stringify(output), inspect(output, { depth: 10 })].join()
    if (text.includes(canary)) this.broken.push(`a secret in ${text}`)
  }
}

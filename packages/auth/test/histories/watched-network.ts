import type { FetchFunction } from "../../src/network/index.ts"
import type { FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"
import type { VirtualClock } from "@tve-pass/virtual-clock"
import { foreignOrigin } from "./faults.ts"

/** The least time, in milliseconds, in which a process sends nothing after a 429. */
const hold = 1000

/** A network between one process and the server that notes each promise the process breaks. */
export class WatchedNetwork {
  readonly broken: Array<string>
  readonly #server: FakeAdobePass
  readonly #clock: VirtualClock
  readonly #underWay: Set<Request>
  #lastRejection = Number.NEGATIVE_INFINITY

  /** @param underWay the DCR calls of all processes, which come one at a time */
  constructor(server: FakeAdobePass, clock: VirtualClock, underWay: Set<Request>, broken: Array<string>) {
    this.#server = server
    this.#clock = clock
    this.#underWay = underWay
    this.broken = broken
  }

  readonly fetch: FetchFunction = async (input, init) => {
    const request = new Request(input, init)
    const sentAt = this.#clock.elapsed
    if (sentAt > this.#lastRejection && sentAt < this.#lastRejection + hold) {
      this.broken.push(`a request ${sentAt - this.#lastRejection} ms after a 429`)
    }
    if (request.url.startsWith(foreignOrigin)) return this.#foreign(request)
    const isDcr = request.url.includes("/o/client/")
    if (isDcr && this.#underWay.size > 0) this.broken.push("two DCR calls at a time")
    if (isDcr) this.#underWay.add(request)
    // What was aborted is no longer waited for, though the server may not know yet.
    request.signal.addEventListener("abort", () => this.#underWay.delete(request))
    try {
      const response = await this.#server.fetch(request)
      if (response.status === 429) this.#lastRejection = this.#clock.elapsed
      return response
    } finally {
      this.#underWay.delete(request)
    }
  }

  #foreign({ headers }: Request): Response {
    if (headers.has("Authorization")) this.broken.push("a token to a foreign origin")
    return new Response("foreign")
  }
}

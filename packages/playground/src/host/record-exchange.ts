import type { JournalCall } from "@tve-pass/testing/simulator"
import type { ScaledClock } from "../clock/scaled-clock.ts"
import type { Exchange, Message, Sender } from "./exchange.ts"
import { judgedCall } from "./judged-call.ts"

/** Characters of a body that are kept. */
const longestBody = 20_000

interface RecordedRequest {
  readonly id: number
  readonly sender: Sender
  readonly address: string
  readonly request: Request
  readonly clock: Pick<ScaledClock, "now" | "reading">
  /** Responds, and reports the journal's entry of the request if there is one. */
  readonly respond: (onRecorded: (call: JournalCall) => void) => Promise<Response>
  /** Receives the exchange as it begins, and again whenever more of it is known. */
  readonly publish: (exchange: Exchange) => void
}

/** Sends a request to the simulator and publishes the exchange. Resolves or rejects as `respond` does. */
export const recordExchange = async ({
  id,
  sender,
  address,
  request,
  clock,
  respond,
  publish
}: RecordedRequest): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  let exchange: Exchange = {
    id,
    sender,
    operation: undefined,
    method: request.method,
    path: pathname + search,
    address,
    startedAt: clock.now(),
    request: { headers: [...request.headers], body: "" },
    paidBy: undefined,
    violations: [],
    notes: [],
    fault: undefined,
    clientId: undefined,
    deviceIdentifier: undefined,
    deviceInfo: undefined
  }
  const update = (known: Partial<Exchange>) => {
    exchange = { ...exchange, ...known }
    publish(exchange)
  }
  update({})
  const requestBody = bodyOf(request)
  try {
    const response = await respond((call) => update({ ...describe(call), ...judgedCall(call, clock.reading().rate) }))
    if (response.type === "error") {
      update({ broken: true, endedAt: clock.now(), request: { ...exchange.request, body: await requestBody } })
      return response
    }
    const { status } = response
    const headers = [...response.headers]
    const body = bodyOf(response)
    update({ endedAt: clock.now(), response: { status, headers, body: "" } })
    void Promise.all([requestBody, body]).then(([sent, received]) =>
      update({ request: { ...exchange.request, body: sent }, response: { status, headers, body: received } })
    )
    return response
  } catch (failure) {
    update({ broken: true, endedAt: clock.now() })
    throw failure
  }
}

const describe = (call: JournalCall): Partial<Exchange> => ({
  operation: call.operation,
  paidBy: call.paidBy,
  fault: call.fault,
  clientId: call.clientId,
  deviceIdentifier: call.deviceIdentifier,
  deviceInfo: call.deviceInfo
})

/** Reads a copy of a body; what cannot be read to its end is left out. */
const bodyOf = async (message: Request | Response): Promise<Message["body"]> => {
  if (message.body === null) return ""
  try {
    return (await message.clone().text()).slice(0, longestBody)
  } catch {
    return ""
  }
}

import type { Exchange } from "../../src/host/exchange.ts"

/** An exchange of the television that went well, but for what is given. */
export const exchange = (given: Partial<Exchange> = {}): Exchange => ({
  id: 1,
  sender: "television",
  operation: "retrieveProfiles",
  method: "GET",
  path: "/api/v2/REF30/profiles",
  address: "203.0.113.7",
  startedAt: 0,
  endedAt: 10,
  request: { headers: [], body: "" },
  response: { status: 200, headers: [], body: "{}" },
  paidBy: "limit",
  violations: [],
  notes: [],
  fault: undefined,
  clientId: undefined,
  deviceIdentifier: undefined,
  deviceInfo: undefined,
  ...given
})

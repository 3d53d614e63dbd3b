import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import type { EnhancedErrorCode, FaultTarget, OperationId, ResourceRule, SimulatorCore } from "../simulator/index.ts"
import { operations } from "../simulator/protocol/operations.ts"
import {
  type ControlBody,
  ControlError,
  expectMembers,
  oneOf,
  optionalStrings,
  requiredString
} from "./control-body.ts"
import { readFault } from "./read-fault.ts"

interface ControlRequest {
  readonly simulator: SimulatorCore
  readonly reset: () => void
  readonly query: URLSearchParams
  readonly body: ControlBody
}

/** Returns the JSON of the response, or nothing for a response without a body. */
type ControlOperation = (request: ControlRequest) => unknown

// Boundary: the type of `Object.keys` loses the keys.
const operationIds = Object.keys(operations) as OperationId[]
const enhancedErrorCodes = Object.keys(enhancedErrors) as EnhancedErrorCode[]

const targets: ReadonlyArray<FaultTarget> = [...operationIds, "*"]

const scriptFault: ControlOperation = ({ simulator: { faults }, body }) => {
  expectMembers(body, "operation", "fault", "times", "nth", "rate")
  const target = oneOf(body, "operation", targets)
  const fault = readFault(body["fault"])
  const { times, nth, rate } = body
  if ([times, nth, rate].filter((when) => when !== undefined).length > 1) {
    throw new ControlError(400, "Choose one of `times`, `nth` and `rate`.")
  }
  if (nth !== undefined) return faults.nth(target, numberOf(nth), fault)
  if (rate !== undefined) return faults.rate(target, numberOf(rate), fault)
  return faults.next(target, fault, times === undefined ? {} : { times: numberOf(times) })
}

/** The fault functions check the range of the number. */
const numberOf = (value: unknown): number => (typeof value === "number" ? value : Number.NaN)

const addRule: ControlOperation = ({ simulator: { mvpd }, body }) => {
  expectMembers(body, "mvpd", "resource", "decision", "details", "on")
  mvpd.rule(requiredString(body, "mvpd"), readRule(body))
}

const readRule = (body: ControlBody): ResourceRule => ({
  resource: requiredString(body, "resource"),
  decision: oneOf(body, "decision", ["permit", "deny", ...enhancedErrorCodes]),
  ...(body["on"] === undefined ? {} : { on: oneOf(body, "on", ["authorize", "preauthorize"] as const) }),
  ...optionalStrings(body, "details")
})

const signIn: ControlOperation = ({ simulator: { mvpd }, body }) => {
  expectMembers(body, "code", "viewer")
  return mvpd.signIn(requiredString(body, "code"), optionalStrings(body, "viewer").viewer)
}

const decline: ControlOperation = ({ simulator: { mvpd }, body }) => {
  expectMembers(body, "code")
  return mvpd.decline(requiredString(body, "code"))
}

const expireSession: ControlOperation = ({ simulator, body }) => {
  expectMembers(body, "code")
  simulator.expireSession(requiredString(body, "code"))
}

const revokeTokens: ControlOperation = ({ simulator, body }) => {
  expectMembers(body, "accessToken")
  const { accessToken } = optionalStrings(body, "accessToken")
  if (accessToken === undefined) simulator.revokeTokens()
  else simulator.revokeToken(accessToken)
}

const revokeClient: ControlOperation = ({ simulator, body }) => {
  expectMembers(body, "clientId")
  simulator.revokeClient(requiredString(body, "clientId"))
}

const degrade: ControlOperation = ({ simulator, body }) => {
  expectMembers(body, "mvpd", "serviceProvider", "rule", "message")
  const integration = { mvpd: requiredString(body, "mvpd"), ...optionalStrings(body, "serviceProvider") }
  const rule = oneOf(body, "rule", ["AuthNAll", "AuthZAll", "AuthZNone", "none"] as const)
  if (rule === "none") simulator.endDegradation(integration)
  else simulator.degrade({ ...integration, rule, ...optionalStrings(body, "message") })
}

const resetSimulator: ControlOperation = ({ reset, body }) => {
  expectMembers(body)
  reset()
}

const readJournal: ControlOperation = ({ simulator: { journal }, query }) => {
  const operation = query.get("operation")
  if (operation === null) return journal.calls()
  return journal.calls(oneOf({ operation }, "operation", operationIds))
}

const readState: ControlOperation = ({ simulator }) => ({
  seed: simulator.seed,
  counts: simulator.stateCounts(),
  sessions: simulator.sessions(),
  unusedFaults: simulator.faults.unused()
})

/** Operations by path below `/simulator/`, then by method. */
export const controlOperations: Readonly<Record<string, Readonly<Record<string, ControlOperation>>>> = {
  faults: { POST: scriptFault },
  rules: { POST: addRule },
  "sign-in": { POST: signIn },
  decline: { POST: decline },
  "expire-session": { POST: expireSession },
  "revoke-tokens": { POST: revokeTokens },
  "revoke-client": { POST: revokeClient },
  degrade: { POST: degrade },
  reset: { POST: resetSimulator },
  journal: { GET: readJournal },
  violations: { GET: ({ simulator }) => simulator.journal.violations() },
  coverage: { GET: ({ simulator }) => simulator.journal.coverage() },
  state: { GET: readState }
}

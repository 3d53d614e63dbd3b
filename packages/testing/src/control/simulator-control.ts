import type {
  Coverage,
  DegradationRule,
  Fault,
  FaultTarget,
  IntegrationSelector,
  JournalCall,
  OperationId,
  ResourceRule,
  SessionSummary,
  StateCounts,
  Violation
} from "../simulator/index.ts"

/**
 * Controls a simulator in another process over HTTP. Methods reject with an `Error` whose message is that of the
 * control API.
 */
export interface SimulatorControl {
  readonly faults: {
    /** Applies a fault to the next call, or to the next `times` calls. */
    next(target: FaultTarget, fault: Fault, options?: { readonly times?: number }): Promise<void>
    /** Applies a fault to the n-th call from now; 1 is the next. */
    nth(target: FaultTarget, n: number, fault: Fault): Promise<void>
    /** Applies a fault to each call with a probability from 0 to 1. */
    rate(target: FaultTarget, probability: number, fault: Fault): Promise<void>
  }
  readonly mvpd: {
    /** Signs a viewer in with the code of a session. Default: the MVPD's first viewer. */
    signIn(code: string, viewer?: string): Promise<{ readonly redirectUrl: string }>
    /** Closes the login page; the session stays open. */
    decline(code: string): Promise<{ readonly redirectUrl: string }>
    /** Adds a rule that applies from now on, before the existing rules. */
    rule(mvpd: string, rule: ResourceRule): Promise<void>
  }
  /** Ends a session and its code now. */
  expireSession(code: string): Promise<void>
  /** Revokes one access token, or all of them. */
  revokeTokens(accessToken?: string): Promise<void>
  /** Revokes client credentials. */
  revokeClient(clientId: string): Promise<void>
  /** Applies a degradation rule to an integration, until `endDegradation`. */
  degrade(
    degradation: IntegrationSelector & { readonly rule: DegradationRule; readonly message?: string }
  ): Promise<void>
  /** Ends the degradation rule of an integration. */
  endDegradation(integration: IntegrationSelector): Promise<void>
  /** Resets the simulator to its options: without clients, sessions, profiles, faults and calls. */
  reset(): Promise<void>
  readonly journal: {
    /** Returns the calls in order, all or those of one operation, with secrets redacted. */
    calls(operation?: OperationId): Promise<ReadonlyArray<JournalCall>>
    /** Returns the violations of the protocol. */
    violations(): Promise<ReadonlyArray<Violation>>
    /** Rejects if a request violated the protocol. The message lists all violations. */
    expectNoViolations(): Promise<void>
    /** Returns the documented responses and values that occurred. */
    coverage(): Promise<Coverage>
  }
  /** Returns the state of the simulator. */
  state(): Promise<SimulatorSnapshot>
}

/** The state of a simulator at one moment. */
export interface SimulatorSnapshot {
  readonly seed: number
  readonly counts: StateCounts
  readonly sessions: ReadonlyArray<SessionSummary>
  /** Descriptions of scripted faults that have not happened. */
  readonly unusedFaults: ReadonlyArray<string>
}

/** Options of {@link simulatorControl}. */
export interface ControlSettings {
  /** Default: the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/**
 * Creates a client of the control API of `tve-pass-simulator`, or of a server with `createControlApi`.
 *
 * @param origin Origin of the server, on this machine: `http://127.0.0.1:4010`.
 *
 * @example
 * ```ts
 * const control = simulatorControl("http://127.0.0.1:4010")
 * await control.faults.next("retrieveProfiles", { status: 503 })
 * await control.journal.expectNoViolations()
 * ```
 */
export const simulatorControl = (
  origin: string,
  { fetch = globalThis.fetch }: ControlSettings = {}
): SimulatorControl => {
  const call = async (method: "GET" | "POST", path: string, body?: object): Promise<unknown> => {
    const response = await fetch(
      new Request(new URL(`/simulator/${path}`, origin), {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } })
      })
    )
    if (response.status === 204) return undefined
    const json: unknown = await response.json()
    if (!response.ok) throw new Error(`Failed to ${method} /simulator/${path}: ${messageOf(json)}`)
    return json
  }
  // Boundary: openapi.yaml describes the responses, and the tests of this package check them.
  const get = <Value>(path: string) => call("GET", path) as Promise<Value>
  const post = async (path: string, body: object = {}) => void (await call("POST", path, body))
  const redirected = (path: string, body: object) =>
    call("POST", path, body) as Promise<{ readonly redirectUrl: string }>
  const violations = () => get<ReadonlyArray<Violation>>("violations")

  return {
    faults: {
      next: (operation, fault, { times = 1 } = {}) => post("faults", { operation, fault, times }),
      nth: (operation, nth, fault) => post("faults", { operation, fault, nth }),
      rate: (operation, rate, fault) => post("faults", { operation, fault, rate })
    },
    mvpd: {
      signIn: (code, viewer) => redirected("sign-in", { code, viewer }),
      decline: (code) => redirected("decline", { code }),
      rule: (mvpd, rule) => post("rules", { mvpd, ...rule })
    },
    expireSession: (code) => post("expire-session", { code }),
    revokeTokens: (accessToken) => post("revoke-tokens", { accessToken }),
    revokeClient: (clientId) => post("revoke-client", { clientId }),
    degrade: (degradation) => post("degrade", degradation),
    endDegradation: (integration) => post("degrade", { ...integration, rule: "none" }),
    reset: () => post("reset"),
    journal: {
      calls: (operation) => get(operation === undefined ? "journal" : `journal?operation=${operation}`),
      violations,
      expectNoViolations: async () => {
        const lines = (await violations()).map(({ rule, message }) => `- (${rule}): ${message}`)
        if (lines.length > 0) throw new Error(`Requests violated the protocol:\n${lines.join("\n")}`)
      },
      coverage: () => get("coverage")
    },
    state: () => get("state")
  }
}

const messageOf = (json: unknown): string => {
  const error = typeof json === "object" && json !== null && "error" in json ? json.error : undefined
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : "no reason was given."
}

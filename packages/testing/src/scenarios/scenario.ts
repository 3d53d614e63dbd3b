import type { OperationId, SimulatorOptions } from "../simulator/index.ts"

// The compiler writes this name into the declarations of scenarios: from here, they need neither msw nor the DOM.
export type { SimulatorInSetup } from "../simulator/index.ts"

/**
 * A situation that viewers meet, ready to use: options for a simulator, what the application kept from earlier, and the
 * walk a well-behaved application takes.
 *
 * @example
 * ```ts
 * const simulator = createSimulator(scenarios.returningViewer)
 * const { clientId, clientSecret } = scenarios.returningViewer.remembered
 * ```
 */
export interface Scenario extends SimulatorOptions {
  /** Its name on the command line (`--scenario`), in kebab case. */
  readonly name: string
  /** What happens, in one sentence. */
  readonly description: string
  /** What the application has in its store; absent where it has never run before. */
  readonly remembered?: Remembered
  /** The calls that are expected, with their outcome. The same call repeated with the same outcome is listed once. */
  readonly steps: ReadonlyArray<ScenarioStep>
}

/** What an application keeps between two visits (docs/protocol/flows.md section 16). */
export interface Remembered {
  readonly clientId: string
  readonly clientSecret: string
  /** Raw identifier, before it is Base64 in AP-Device-Identifier. */
  readonly deviceIdentifier: string
  /** The MVPD the viewer chose. */
  readonly mvpd?: string
}

/** One call of a well-behaved application, and what comes of it. */
export interface ScenarioStep {
  readonly operation: OperationId
  readonly status: number
  /**
   * What the response says, in the protocol's words: `actionName/reasonType` of a session, MVPD and type of each profile,
   * `permit` or `deny` with source and code of each decision, MVPD and action of each logout, or the code of an error.
   */
  readonly outcome: string
}

export const step = (operation: OperationId, status: number, outcome: string): ScenarioStep => ({
  operation,
  status,
  outcome
})

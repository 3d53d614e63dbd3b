import type { OperationId, SimulatorOptions } from "../simulator/index.ts"

// Exported for the declarations of scenarios, which then need neither msw nor the DOM.
export type { SimulatorInSetup } from "../simulator/index.ts"

/**
 * A situation that viewers meet: options for a simulator, the state that the application has stored, and the calls of a
 * well-behaved application.
 *
 * @example
 * ```ts
 * const simulator = createSimulator(scenarios.returningViewer)
 * const { clientId, clientSecret } = scenarios.returningViewer.remembered
 * ```
 */
export interface Scenario extends SimulatorOptions {
  /** The name on the command line (`--scenario`), in kebab case. */
  readonly name: string
  /** What happens, in one sentence. */
  readonly description: string
  /** The state in the application's store; absent if the application has never run. */
  readonly remembered?: Remembered
  /** The expected calls with their outcomes. Repetitions with the same outcome are listed once. */
  readonly steps: ReadonlyArray<ScenarioStep>
}

/** The state that an application stores between visits (docs/protocol/flows.md section 16). */
export interface Remembered {
  readonly clientId: string
  readonly clientSecret: string
  /** The identifier before it is encoded in AP-Device-Identifier. */
  readonly deviceIdentifier: string
  /** The MVPD that the viewer selected. */
  readonly mvpd?: string
}

/** One call of a well-behaved application, with its outcome. */
export interface ScenarioStep {
  readonly operation: OperationId
  readonly status: number
  /**
   * The outcome in the words of the protocol: `actionName/reasonType` of a session, MVPD and type of each profile,
   * `permit` or `deny` with source and code of each decision, MVPD and action of each logout, or the code of an error.
   */
  readonly outcome: string
}

export const step = (operation: OperationId, status: number, outcome: string): ScenarioStep => ({
  operation,
  status,
  outcome
})

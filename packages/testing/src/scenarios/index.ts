/**
 * Situations that viewers meet, for `createSimulatorCore`. Needs no msw.
 *
 * @module
 */
export type { Remembered, Scenario, ScenarioStep, SimulatorInSetup } from "./scenario.ts"
export { findScenario, scenarios, type ScenarioKey } from "./scenarios.ts"

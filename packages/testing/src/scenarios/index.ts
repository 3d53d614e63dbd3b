export type { Remembered, Scenario, ScenarioStep } from "./scenario.ts"
export { findScenario, scenarios, type ScenarioKey } from "./scenarios.ts"

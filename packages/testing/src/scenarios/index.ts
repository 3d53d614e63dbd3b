export type { Remembered, Scenario, WalkStep } from "./scenario.ts"
export { findScenario, scenarios, type ScenarioKey } from "./scenarios.ts"

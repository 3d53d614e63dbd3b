/**
 * A simulated Adobe Pass for tests: `createSimulator` with msw handlers, and scenarios. Needs `msw`.
 *
 * @module
 */
export { createSimulator, type Simulator } from "./create-simulator.ts"
export * from "./scenarios/index.ts"
export * from "./simulator/index.ts"

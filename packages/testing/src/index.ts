export { createSimulator, type Simulator } from "./create-simulator.ts"
export * from "./scenarios/index.ts"
export * from "./simulator/index.ts"

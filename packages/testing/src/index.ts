export { createSimulator, type Simulator } from "./create-simulator.ts"
export * from "./simulator/index.ts"

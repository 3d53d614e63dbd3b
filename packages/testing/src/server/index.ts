export type { CrossOriginPolicy } from "./cross-origin.ts"
export type { ServedSimulator } from "./served-simulator.ts"
export { defaultServerLimits, type ServerLimits } from "./server-limits.ts"
export { startSimulatorServer, type SimulatorServer, type SimulatorServerOptions } from "./simulator-server.ts"

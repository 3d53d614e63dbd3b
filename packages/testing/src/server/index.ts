/**
 * A simulator over HTTP, for devices, browsers and other languages. Needs Node.
 *
 * @module
 */
export type { CrossOriginPolicy } from "./cross-origin.ts"
export type { ServedSimulator } from "./served-simulator.ts"
export { defaultServerLimits, type ServerLimits } from "./server-limits.ts"
export { startSimulatorServer, type SimulatorServer, type SimulatorServerOptions } from "./simulator-server.ts"

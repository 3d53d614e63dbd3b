/**
 * A simulator over HTTP, for devices, browsers and other languages. Needs Node.
 *
 * @module
 */
export type { CrossOriginPolicy } from "./cross-origin.ts"
export type { ServedSimulator } from "./served-simulator.ts"
export { defaultServerLimits, type ServerLimits } from "./server-limits.ts"
export { runSimulatorCommand, type SimulatorCommandEnvironment, type SimulatorExitCode } from "../cli/run-command.ts"
export { whenParentEnds } from "../cli/parent-process.ts"
export { createControlApi, type ControlApi } from "../control-api/control-api.ts"
export { refusalOf as controlRefusal } from "../control-api/control-guard.ts"
export { startSimulatorServer, type SimulatorServer, type SimulatorServerOptions } from "./simulator-server.ts"

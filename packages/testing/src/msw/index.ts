export { simulatorHandlers } from "./simulator-handlers.ts"

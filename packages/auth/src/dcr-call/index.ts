export { callDcr, type DcrCall, type DcrCalling, type DcrOperation, type Receipt } from "./dcr-call.ts"
export { readJsonObject, type JsonObject } from "./response-body.ts"

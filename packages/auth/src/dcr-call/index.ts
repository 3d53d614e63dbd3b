export { callDcr, type DcrCalling, type Receipt } from "./dcr-call.ts"
export { readJsonObject, type JsonObject } from "./response-body.ts"

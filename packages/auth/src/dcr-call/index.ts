export { callDcr, type DcrCalling, type Receipt, type Refusal } from "./dcr-call.ts"
export { readJsonObject, type JsonObject } from "./response-body.ts"

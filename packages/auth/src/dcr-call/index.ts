export { callDcr, type ReceivedAt, type Refusal } from "./dcr-call.ts"
export { readJsonObject, type JsonObject } from "./response-body.ts"

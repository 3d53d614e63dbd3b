export * as AdobePass from "./adobe-pass.ts"
export type { LayerOptions } from "./adobe-pass.ts"
export { ApiFailure, callOperation, type SuccessData } from "./call-operation.ts"
export { authEventsLayer, authorizedFetchLayer, registrationLayer, throttleLayer, tokenSourceLayer } from "./parts.ts"

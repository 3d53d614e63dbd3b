export { applicationFromEnvironment } from "./application-from-environment.ts"
export * as AdobePass from "./adobe-pass.ts"
export type { LayerOptions } from "./adobe-pass.ts"
export { ApiFailure, callOperation, type SuccessData } from "./call-operation.ts"
export {
  authEventsLayer,
  authorizedTransportLayer,
  credentialStoreLayer,
  registrationLayer,
  throttleLayer,
  tokenSourceLayer
} from "./layers.ts"
export { devicePoolLayer } from "./device-pool-layer.ts"

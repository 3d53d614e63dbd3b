/**
 * The auth layer with promises: `createAdobePass` for an application, `createDevicePool` for a server.
 *
 * @module
 */
export { createAdobePass, type AdobePassOptions } from "./create-adobe-pass.ts"
export {
  createDevicePool,
  type DevicePoolClient,
  type DevicePoolOptions,
  type PooledDeviceClient
} from "./create-device-pool.ts"
export { importCredentials, type ImportCredentialsOptions, type KeptCredentials } from "./import-credentials.ts"
export type { AdobePass, EventListenerOf } from "./adobe-pass.ts"
export type { ConnectionOptions } from "../context/index.ts"
export type { AuthorizedTransport } from "../authorized-transport/index.ts"
export type { RequestHeaders } from "../application/index.ts"
export { AuthError, describeUnderlyingError, type UnderlyingError } from "../errors/index.ts"
export { leaseLock, type LeaseLockOptions, type LeaseStore } from "../coordination/index.ts"
export { memoryStore, type CustomStore, type RecordOptions, type StoreSource, type WebStorage } from "../store/index.ts"
export {
  sharedThrottle,
  tabThrottle,
  type SharedBuckets,
  type SharedThrottle,
  type ThrottleLimits
} from "../throttle/index.ts"
export type { FetchFunction } from "../network/index.ts"
export type { PooledDeviceOptions, PooledEvent } from "../pool/index.ts"

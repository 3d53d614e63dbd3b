/**
 * Services and layers of Effect that obtain, store and refresh client credentials and access tokens, with their errors
 * and stores. Without Effect, use `@tve-pass/auth/promise`.
 *
 * @module
 */
export {
  AuthError,
  describeUnderlyingError,
  failWith,
  type AccessTokenRejected,
  type AuthErrorCode,
  type AuthErrorOptions,
  type AuthErrorReason,
  type AuthOperation,
  type ClientNotAllowed,
  type ClientRejected,
  type DeadlineExceeded,
  type ForeignOrigin,
  type InvalidConfiguration,
  type LockTimeout,
  type MalformedResponse,
  type RegistrationFailed,
  type RegistrationGuarded,
  type RetryAdvice,
  type StatementRejected,
  type StoreCorrupted,
  type StoreUnavailable,
  type Throttled,
  type TokenFailed,
  type Transport,
  type UnderlyingError
} from "./errors/index.ts"
export {
  Application,
  makeApplication,
  makeApplicationInstance,
  makeRegisteredApplication,
  type ApplicationInstanceOptions,
  type ApplicationKey,
  type ApplicationOptions,
  type DeviceHeaders,
  type RegisteredApplication,
  type RegisteredApplicationOptions,
  type RequestHeaders
} from "./application/index.ts"
export * from "./events/index.ts"
export * from "./observation/index.ts"
export * from "./policy/index.ts"
export { Fetch, platformFetch, type FetchFunction } from "./network/index.ts"
export {
  inProcessLock,
  Lease,
  leaseLock,
  Lock,
  LockOwner,
  makeSingleFlight,
  singleFlightIn,
  webLock,
  type LeaseLockOptions,
  type LeaseStore,
  type LockOptions,
  type SingleFlight,
  type WebLockOptions,
  type WebLocks
} from "./coordination/index.ts"
export {
  CredentialStore,
  makeCredentialStore,
  memoryStore,
  RecordStore,
  storeLayer,
  toRecordStore,
  webStorageStore,
  type AccessToken,
  type ClientCredentials,
  type CustomStore,
  type Loaded,
  type RecordOptions,
  type RegistrationGuard,
  type StoreResult,
  type StoreSource,
  type UnreadableProblem,
  type WebStorage
} from "./store/index.ts"
export {
  defaultThrottleLimits,
  makeThrottle,
  sharedThrottle,
  tabThrottle,
  Throttle,
  unlimitedThrottle,
  type SharedBuckets,
  type SharedResult,
  type SharedThrottle,
  type TakeOptions,
  type ThrottleLimits,
  type ThrottleOption,
  type ThrottleOptions
} from "./throttle/index.ts"
export type { ConnectionOptions } from "./context/index.ts"
export { Registration } from "./registration/index.ts"
export { HeldToken } from "./state/index.ts"
export { TokenSource, type TokenRejection } from "./token-source/index.ts"
export { AuthorizedTransport, suppliedHeaders } from "./authorized-transport/index.ts"
export {
  defaultDevicePoolLimits,
  DevicePool,
  type DevicePoolLimits,
  type PooledDevice,
  type PooledDeviceOptions,
  type PooledEvent
} from "./pool/index.ts"
export * from "./layer/index.ts"

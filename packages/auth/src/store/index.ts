export { bounded, storeTimeout } from "./bounded.ts"
export type {
  AccessToken,
  ClientCredentials,
  KnownServiceProviders,
  Loaded,
  RegistrationGuard,
  UnreadableProblem
} from "./records.ts"
export { CredentialStore, makeCredentialStore, nothingKnown } from "./credential-store.ts"
export { memoryStore } from "./memory-store.ts"
export type { CustomStore, StoreResult } from "./custom-store.ts"
export { builtInStore, RecordStore, type RecordOptions } from "./record-store.ts"
export { storeLayer, storeOption, storeOptionLayer, toRecordStore, type StoreSource } from "./store-source.ts"
export { webStorageStore, type WebStorage } from "./web-storage-store.ts"

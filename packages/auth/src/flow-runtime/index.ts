/**
 * The parts of the auth layer that flows with Effect are written with: clock, sleep, lock and stores. Unlike
 * `@tve-pass/auth`, this entry point loads no `Config`, `Schema` and `Stream` of Effect, so that processes start faster.
 *
 * @module
 */
export { clockOf, currentClock, sleep, type FlowClock } from "../runtime/index.ts"
export { webLock, type WebLockOptions, type WebLocks } from "../coordination/index.ts"
export { memoryStore, toRecordStore, type RecordStore, type StoreSource } from "../store/index.ts"

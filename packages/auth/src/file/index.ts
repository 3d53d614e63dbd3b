/**
 * Credentials and tokens in a directory that processes share. Needs Node.
 *
 * @module
 */
export { defaultStateDirectory, type StateDirectoryOptions } from "./default-state-directory.ts"
export { directoryLock, type DirectoryLockOptions } from "./directory-lock.ts"
export { directoryStore } from "./directory-store.ts"

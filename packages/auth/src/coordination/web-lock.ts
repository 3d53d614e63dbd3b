import * as Effect from "effect/Effect"
import { inProcessLock, type LockOptions } from "./in-process-lock.ts"
import type { Lock } from "./lock.ts"
import { defaultLockTimeout, serialized, type Permit } from "./permit.ts"

/** The part of `navigator.locks` that this package uses. Programs for Node lack the type of the DOM library. */
export interface WebLocks {
  /** Calls `granted` when the lock is acquired, and holds the lock until the returned promise settles. */
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    granted: () => Promise<void> | undefined
  ): Promise<unknown>
}

/**
 * Creates a lock between all tabs and workers of an origin with the Web Locks API. The browser releases the lock when a
 * tab closes or crashes.
 *
 * If the API is missing (old TV browsers, insecure contexts) or refuses (opaque origins), the lock covers only the
 * callers that share it, and tabs rely on reading the store again (rule 25, cross-process lock).
 *
 * @example
 * ```ts
 * const lock = webLock({ timeout: 10_000 })
 * const program = lock.withLock("key")(Effect.succeed(1))
 * Effect.runPromise(program) // => 1
 * ```
 */
export const webLock = ({ timeout = defaultLockTimeout, locks }: WebLockOptions = {}): Lock => {
  const inProcess = inProcessLock({ timeout })
  return {
    withLock: (key) => (effect) =>
      Effect.suspend(() => {
        const manager = locks ?? platformLocks()
        const between =
          manager === undefined
            ? effect
            : serialized(
                key,
                timeout,
                () => request(manager, key),
                () => effect
              )
        return inProcess.withLock(key)(between)
      })
  }
}

/** Options of {@link webLock}. */
export interface WebLockOptions extends LockOptions {
  /** The Web Locks API. Default: `navigator.locks`, looked up at each use. */
  readonly locks?: WebLocks
}

const platformLocks = (): WebLocks | undefined => globalThis.navigator?.locks

const request = (locks: WebLocks, key: string): Permit => {
  const controller = new AbortController()
  let left = false
  let release: (() => void) | undefined
  return {
    wait: Effect.callback((resume) => {
      const granted = () => {
        // An abort after the browser has granted the lock does not prevent this callback.
        if (left) return undefined
        // `resume` may run all the work synchronously, including `leave`, which needs `release`.
        const held = new Promise<void>((done) => (release = done))
        resume(Effect.void)
        return held
      }
      // A rejection means that this page has no locks. After an abort, `resume` has no effect.
      const refused = () => resume(Effect.void)
      locks.request(`@tve-pass/auth/${key}`, { signal: controller.signal }, granted).catch(refused)
    }),
    leave: Effect.sync(() => {
      left = true
      // An abort creates an error with a stack, which costs more than the lock itself.
      if (release === undefined) controller.abort()
      else release()
    })
  }
}

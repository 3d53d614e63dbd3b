import * as Effect from "effect/Effect"
import { inProcessLock, type LockOptions } from "./in-process-lock.ts"
import type { Lock } from "./lock.ts"
import { defaultLockTimeout, serialized, type Permit } from "./permit.ts"

/** The part of `navigator.locks` that is used. Not the type of the DOM library, which programs for Node lack. */
export interface WebLocks {
  /** Holds the lock of a name from the call of `granted` until its promise settles. */
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    granted: () => Promise<void> | undefined
  ): Promise<unknown>
}

/**
 * A lock between all tabs and workers of an origin, by means of the Web Locks API. The browser gives the lock back when
 * a tab is closed or crashes.
 *
 * Where the API is missing (old TV browsers, insecure contexts) or refuses (opaque origins), it is a lock of this value
 * alone: tabs then rely on reading the store again (rule 25).
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

/** How long to wait, and whose locks to use. */
export interface WebLockOptions extends LockOptions {
  /** `navigator.locks` by default, looked up at each use. */
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
        // An abort that comes after the browser has chosen this request does not stop the callback.
        if (left) return undefined
        // Resuming may run the whole work at once, and with it `leave`: it needs `release` before.
        const held = new Promise<void>((done) => (release = done))
        resume(Effect.void)
        return held
      }
      // A refusal means that this page has no locks; after an abort there is no listener any more.
      const refused = () => resume(Effect.void)
      locks.request(`@tve-pass/auth/${key}`, { signal: controller.signal }, granted).catch(refused)
    }),
    leave: Effect.sync(() => {
      left = true
      // An abort makes an error with its stack, which costs more than the lock.
      if (release === undefined) controller.abort()
      else release()
    })
  }
}

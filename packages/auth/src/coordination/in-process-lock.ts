import * as Effect from "effect/Effect"
import type { Lock } from "./lock.ts"
import { defaultLockTimeout, serialized, type Permit } from "./permit.ts"

/** Options of a lock. */
export interface LockOptions {
  /** How long, in milliseconds, a caller waits before it fails with `LockTimeout`. Default one minute. */
  readonly timeout?: number | undefined
}

/**
 * Creates a lock for the callers that share it. For each key they run one after another, in order of arrival. A key
 * without waiters takes no memory.
 *
 * @example
 * ```ts
 * const lock = inProcessLock()
 * const program = lock.withLock("key")(Effect.succeed(1))
 * Effect.runSync(program) // => 1
 * ```
 */
export const inProcessLock = ({ timeout = defaultLockTimeout }: LockOptions = {}): Lock => {
  const queues = new Map<string, Queue>()
  return {
    withLock: (key) => (effect) =>
      serialized(
        key,
        timeout,
        () => queueUp(queues, key),
        () => effect
      )
  }
}

interface Place {
  enter: () => void
  before: Place | undefined
  after: Place | undefined
}

interface Queue {
  first: Place
  last: Place
}

/** Adds a caller to the queue of a key. The head of the queue owns the lock. Joining and leaving take constant time. */
const queueUp = (queues: Map<string, Queue>, key: string): Permit => {
  const known = queues.get(key)
  const place: Place = { enter: () => {}, before: known?.last, after: undefined }
  const queue = known ?? { first: place, last: place }
  if (known === undefined) queues.set(key, queue)
  else {
    known.last.after = place
    known.last = place
  }
  return {
    wait: Effect.callback((resume) => {
      place.enter = () => resume(Effect.void)
      if (queue.first === place) place.enter()
    }),
    leave: Effect.sync(() => {
      const { before, after } = place
      if (before !== undefined) before.after = after
      if (after === undefined) {
        if (before === undefined) queues.delete(key)
        else queue.last = before
        return
      }
      after.before = before
      if (before !== undefined) return
      queue.first = after
      after.enter()
    })
  }
}

import * as Effect from "effect/Effect"
import type { Lock } from "./lock.ts"
import { defaultLockTimeout, serialized, type Permit } from "./permit.ts"

/** How long to wait for a lock. */
export interface LockOptions {
  /** Milliseconds before waiting fails with `LockTimeout`; one minute by default. */
  readonly timeout?: number | undefined
}

/**
 * A lock as wide as this value: callers that share it run one after another for each key, in the order in which they
 * asked. A key without waiters takes no memory.
 *
 * @example
 * const lock = inProcessLock()
 * const program = lock.withLock("key")(Effect.succeed(1))
 * Effect.runSync(program) // => 1
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

/** The head of a queue owns the lock. Joining and leaving take the same time however long it is. */
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

import * as Effect from "effect/Effect"
import type { Lock } from "./lock.ts"
import { defaultLockTimeout, inTurn, type Turn } from "./turn.ts"

/** How long to wait for a lock. */
export interface LockOptions {
  /** Milliseconds before waiting fails with `LockTimeout`; one minute by default. */
  readonly timeout?: number
}

/**
 * A lock as wide as this value: callers that share it take turns by key, in the order in which they asked. A key that
 * nobody waits for takes no memory.
 *
 * @example
 * const lock = inProcessLock()
 * const program = lock.withLock("key")(Effect.succeed(1))
 * Effect.runSync(program) // => 1
 */
export const inProcessLock = ({ timeout = defaultLockTimeout }: LockOptions = {}): Lock["Service"] => {
  const queues = new Map<string, Array<Place>>()
  return {
    withLock: (key) => (effect) =>
      inTurn(
        key,
        timeout,
        () => queueUp(queues, key),
        () => effect
      )
  }
}

interface Place {
  enter: () => void
}

/** The head of a queue owns the lock. */
const queueUp = (queues: Map<string, Array<Place>>, key: string): Turn => {
  const queue = queues.get(key) ?? []
  const place: Place = { enter: () => {} }
  queue.push(place)
  queues.set(key, queue)
  return {
    wait: Effect.callback((resume) => {
      place.enter = () => resume(Effect.void)
      if (queue[0] === place) place.enter()
    }),
    leave: Effect.sync(() => {
      const position = queue.indexOf(place)
      queue.splice(position, 1)
      const next = queue[0]
      if (next === undefined) queues.delete(key)
      else if (position === 0) next.enter()
    })
  }
}

import type { KeptCall } from "./journal-call.ts"

/** The calls a journal keeps, in order; the oldest go first, so that a long-running server does not grow. */
export interface KeptCalls {
  add(call: KeptCall): void
  all(): ReadonlyArray<KeptCall>
  clear(): void
}

/** Characters of all that is kept: some ten thousand calls of the usual size. */
const sizeLimit = 16_777_216

const sizeOf = ({ query, headers, body, path }: KeptCall): number =>
  headers.reduce((size, [name, value]) => size + name.length + value.length, path.length) +
  query.toString().length +
  ("size" in body ? body.size : 0)

/** @param limit Calls kept at least, unless they are large. */
export const createKeptCalls = (limit: number): KeptCalls => {
  let calls: KeptCall[] = []
  let size = 0

  const dropOldest = (): void => {
    calls = calls.slice(Math.max(0, calls.length - limit))
    size = calls.reduce((sum, call) => sum + sizeOf(call), 0)
    let dropped = 0
    for (const call of calls) {
      if (size <= sizeLimit) break
      size -= sizeOf(call)
      dropped += 1
    }
    calls = calls.slice(dropped)
  }

  return {
    add: (call) => {
      calls.push(call)
      size += sizeOf(call)
      // In batches: dropping one at a time would cost a copy a call.
      if (calls.length > limit * 2 || size > sizeLimit * 2) dropOldest()
    },
    all: () => calls,
    clear: () => {
      calls = []
      size = 0
    }
  }
}

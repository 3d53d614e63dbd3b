import type { OperationId } from "../protocol/operations.ts"
import type { Violation } from "../request/violation.ts"
import { type Coverage, createCoverage } from "./coverage.ts"
import { journalCall, type JournalCall, type JournalRecord, type KeptCall } from "./journal-call.ts"
import { createKeptCalls } from "./kept-calls.ts"

/** What the simulator saw. */
export interface Journal {
  /** The calls in order, all of them or those of one operation; redacted. */
  calls(operation?: OperationId): ReadonlyArray<JournalCall>
  /** What was wrong with requests, whether they were rejected or let pass. */
  violations(): ReadonlyArray<Violation>
  /** Throws, naming each, if a request violated the protocol. */
  expectNoViolations(): void
  /** Tells of every call from now on, before its response goes out; the result takes the listener off again. */
  onCall(listener: (call: JournalCall) => void): () => void
  /**
   * Resolves to the calls of an operation once there are `count` (default 1), at once if there are. Rejects with the reason
   * of the signal when that aborts first.
   *
   * @example
   * ```ts
   * await simulator.journal.waitFor("createAuthenticationSession")
   * ```
   */
  waitFor(
    operation: OperationId,
    count?: number,
    options?: { readonly signal?: AbortSignal }
  ): Promise<ReadonlyArray<JournalCall>>
  /** How often a code was polled (operation 8), and how fast; without a code, all polls. */
  polling(code?: string): Polling
  /** Which operations, statuses and enum values the responses have contained, without those of faults. */
  coverage(): Coverage
  /** Forgets the calls; the coverage stays. */
  clear(): void
}

/** The polls of an application. */
export interface Polling {
  readonly count: number
  /** Milliseconds between each poll and the next. At least 3000 in a well-behaved application. */
  readonly intervals: ReadonlyArray<number>
}

/** The side of the journal that the simulator writes. */
export interface JournalWriter {
  /** Keeps a call and passes it to the listeners. */
  write(record: JournalRecord): KeptCall
}

const describe = ({ operation, method, path }: KeptCall) => operation ?? `${method} ${path}`

/** @param limit Calls kept at least, unless they are large. */
export const createJournal = (limit: number): Journal & JournalWriter => {
  const coverage = createCoverage()
  const listeners = new Set<(call: JournalCall) => void>()
  const kept = createKeptCalls(limit)

  const callsOf = (operation: OperationId | undefined): ReadonlyArray<JournalCall> =>
    kept
      .all()
      .filter((call) => operation === undefined || call.operation === operation)
      .map(journalCall)

  return {
    calls: callsOf,
    waitFor: (operation, count = 1, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const isMet = () => kept.all().filter((call) => call.operation === operation).length >= count
        if (isMet()) return resolve(callsOf(operation))
        if (signal?.aborted === true) return reject(signal.reason)
        const end = () => {
          listeners.delete(check)
          signal?.removeEventListener("abort", abort)
        }
        const check = () => {
          if (!isMet()) return
          end()
          resolve(callsOf(operation))
        }
        const abort = () => {
          end()
          reject(signal?.reason)
        }
        listeners.add(check)
        signal?.addEventListener("abort", abort)
      }),
    polling: (code) => {
      const polls = kept
        .all()
        .filter(
          ({ operation, pathParameters }) =>
            operation === "retrieveProfileForCode" && (code === undefined || pathParameters["code"] === code)
        )
        .map(({ at }) => at)
      return { count: polls.length, intervals: polls.slice(1).map((at, index) => at - (polls[index] ?? at)) }
    },
    violations: () => kept.all().flatMap(({ violations }) => violations),
    expectNoViolations: () => {
      const lines = kept
        .all()
        .flatMap((call) => call.violations.map(({ rule, message }) => `- ${describe(call)} (${rule}): ${message}`))
      if (lines.length > 0) throw new Error(`Requests violated the protocol:\n${lines.join("\n")}`)
    },
    onCall: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    coverage: coverage.report,
    clear: kept.clear,
    write: ({ response, isGenuine, ...record }) => {
      if (record.operation !== undefined && response !== undefined && isGenuine) {
        coverage.observe(record.operation, response)
      }
      const call = { ...record, status: response?.status }
      kept.add(call)
      if (listeners.size > 0) {
        const shown = journalCall(call)
        for (const listener of listeners) listener(shown)
      }
      return call
    }
  }
}

import type { OperationId } from "../protocol/operations.ts"
import type { Violation } from "../request/violation.ts"
import { type Coverage, createCoverage } from "./coverage.ts"
import { journalCall, type JournalCall, type JournalRecord, type KeptCall } from "./journal-call.ts"
import { createKeptCalls } from "./kept-calls.ts"

/** The record of all calls. */
export interface Journal {
  /** Returns the calls in order, all or those of one operation, with secrets redacted. */
  calls(operation?: OperationId): ReadonlyArray<JournalCall>
  /** Returns the violations of the protocol in rejected and accepted requests. */
  violations(): ReadonlyArray<Violation>
  /** Throws if a request violated the protocol. The message lists all violations. */
  expectNoViolations(): void
  /**
   * Calls the listener for every further call, before its response is sent. Returns a function that removes the
   * listener.
   */
  onCall(listener: (call: JournalCall) => void): () => void
  /**
   * Resolves to the calls of an operation when there are `count` of them (default 1). Rejects with the reason of the
   * signal if that aborts first.
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
  /** Returns the number and intervals of the polls of a code (operation 8), or of all codes. */
  polling(code?: string): Polling
  /** Returns the operations, statuses and enum values that responses have contained, except responses of faults. */
  coverage(): Coverage
  /** Removes the calls, but not the coverage. */
  clear(): void
}

/** The polls of an application. */
export interface Polling {
  readonly count: number
  /** Milliseconds between successive polls. At least 3000 in a well-behaved application. */
  readonly intervals: ReadonlyArray<number>
}

/** The part of the journal that the simulator uses. */
export interface JournalWriter {
  /** Stores a call and passes it to the listeners. */
  write(record: JournalRecord): KeptCall
}

const describe = ({ operation, method, path }: KeptCall) => operation ?? `${method} ${path}`

/** @param limit The number of calls to store. Large calls count more. */
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

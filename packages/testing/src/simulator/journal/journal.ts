import type { OperationId } from "../protocol/operations.ts"
import type { Violation } from "../request/violation.ts"
import { type Coverage, createCoverage } from "./coverage.ts"
import { journalCall, type JournalCall, type JournalRecord, type KeptCall } from "./journal-call.ts"
import { createKeptCalls } from "./kept-calls.ts"

/** What the simulator saw. */
export interface Journal {
  /** The calls in order, all of them or those of one operation; redacted. */
  calls(operation?: OperationId): readonly JournalCall[]
  /** What was wrong with requests, whether they were rejected or let pass. */
  violations(): readonly Violation[]
  /** Throws, naming each, if a request violated the protocol. */
  expectNoViolations(): void
  /** Tells of every call from now on, before its response goes out; the result takes the listener off again. */
  onCall(listener: (call: JournalCall) => void): () => void
  /** Which operations, statuses and enum values the responses have contained, without those of faults. */
  coverage(): Coverage
  /** Forgets the calls; the coverage stays. */
  clear(): void
}

/** The side of the journal that the simulator writes. */
export interface JournalWriter {
  write(record: JournalRecord): void
}

const describe = ({ operation, method, path }: KeptCall) => operation ?? `${method} ${path}`

/** @param limit Calls kept at least, unless they are large. */
export const createJournal = (limit: number): Journal & JournalWriter => {
  const coverage = createCoverage()
  const listeners = new Set<(call: JournalCall) => void>()
  const kept = createKeptCalls(limit)

  return {
    calls: (operation) =>
      kept
        .all()
        .filter((call) => operation === undefined || call.operation === operation)
        .map(journalCall),
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
      for (const listener of listeners) listener(journalCall(call))
    }
  }
}

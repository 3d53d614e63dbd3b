import type { OperationId } from "../operations/operation.ts"
import type { Violation } from "../call/violation.ts"
import { createCoverage, type Coverage } from "./coverage.ts"
import { journalCall, type JournalCall, type JournalRecord, type KeptCall } from "./journal-call.ts"

/** What the simulator saw. */
export interface Journal {
  /** The calls in order, all of them or those of one operation; redacted. */
  calls(operation?: OperationId): readonly JournalCall[]
  /** What was wrong with requests, whether they were rejected or let pass. */
  violations(): readonly Violation[]
  /** Throws, naming each, if a request violated the protocol. */
  expectNoViolations(): void
  /** Tells of every call from now on, before its answer goes out; the result takes the listener off again. */
  onCall(listener: (call: JournalCall) => void): () => void
  /** Which operations, statuses and enum values the simulator has answered with, faults aside. */
  coverage(): Coverage
  /** Forgets the calls; the coverage stays. */
  clear(): void
}

/** The side of the journal that the simulator writes. */
export interface JournalWriter {
  write(record: JournalRecord): void
}

const describe = ({ operation, method, path }: KeptCall) => operation ?? `${method} ${path}`

/** @param limit Calls kept; the oldest go first, so that a long-running server does not grow. */
export const createJournal = (limit: number): Journal & JournalWriter => {
  const coverage = createCoverage()
  const listeners = new Set<(call: JournalCall) => void>()
  let records: KeptCall[] = []

  return {
    calls: (operation) =>
      records.filter((record) => operation === undefined || record.operation === operation).map(journalCall),
    violations: () => records.flatMap(({ violations }) => violations),
    expectNoViolations: () => {
      const lines = records.flatMap((record) =>
        record.violations.map(({ rule, message }) => `- ${describe(record)} (${rule}): ${message}`)
      )
      if (lines.length > 0) throw new Error(`Requests violated the protocol:\n${lines.join("\n")}`)
    },
    onCall: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    coverage: coverage.report,
    clear: () => {
      records = []
    },
    write: ({ answer, isGenuine, ...record }) => {
      if (record.operation !== undefined && answer !== undefined && isGenuine) {
        coverage.observe(record.operation, answer)
      }
      const kept = { ...record, status: answer?.status }
      records.push(kept)
      for (const listener of listeners) listener(journalCall(kept))
      // Drops in batches: shifting one at a time would cost a copy a call.
      if (records.length > limit * 2) records = limit === 0 ? [] : records.slice(-limit)
    }
  }
}

import type { OperationId } from "../operations/operation.ts"
import type { JournalCall } from "./journal-call.ts"

/** What the simulator saw: every call, redacted. */
export interface Journal {
  /** The calls in order, all of them or those of one operation. */
  calls(operation?: OperationId): readonly JournalCall[]
  /** Throws, naming each, if a request violated the protocol, whether it was rejected or let pass. */
  expectNoViolations(): void
  /** Forgets everything. */
  clear(): void
}

/** The side of the journal that the simulator writes. */
export interface JournalWriter {
  write(call: JournalCall): void
}

/** @param limit Calls kept; the oldest go first, so that a long-running server does not grow. */
export const createJournal = (limit: number): Journal & JournalWriter => {
  let calls: JournalCall[] = []
  return {
    calls: (operation) => (operation === undefined ? [...calls] : calls.filter((call) => call.operation === operation)),
    expectNoViolations: () => {
      const lines = calls.flatMap((call) =>
        call.violations.map(
          ({ rule, message }) => `- ${call.operation ?? `${call.method} ${call.path}`} (${rule}): ${message}`
        )
      )
      if (lines.length > 0) throw new Error(`Requests violated the protocol:\n${lines.join("\n")}`)
    },
    clear: () => {
      calls = []
    },
    write: (call) => {
      calls.push(call)
      // Drops in batches: shifting one at a time would cost a copy a call.
      if (calls.length > limit * 2) calls = calls.slice(-limit)
    }
  }
}

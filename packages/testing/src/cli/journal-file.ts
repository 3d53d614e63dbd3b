import { closeSync, openSync, writeSync } from "node:fs"
import type { JournalCall } from "../simulator/index.ts"

/** A file to which each call is appended as one line of JSON. Secrets are redacted, as in the journal. */
export interface JournalFile {
  readonly write: (call: JournalCall) => void
  readonly close: () => void
}

/** Opens `--journal FILE`, readable by its owner only; throws an error whose message names the file and the problem. */
export const openJournalFile = (path: string): JournalFile => {
  const file = open(path)
  return {
    write: (call) => void writeSync(file, `${JSON.stringify(call)}\n`),
    close: () => closeSync(file)
  }
}

const open = (path: string): number => {
  try {
    return openSync(path, "a", 0o600)
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? String(failure.code) : String(failure)
    throw new Error(
      `Failed to open the journal ${path}: ${code}. Choose a file in a directory that this user may write to.`,
      { cause: failure }
    )
  }
}

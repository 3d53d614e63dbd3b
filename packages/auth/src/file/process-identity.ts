import { readFileSync, readlinkSync } from "node:fs"
import { hostname } from "node:os"

/** Identifies a process, also among later processes with the same number. */
export interface ProcessIdentity {
  /** Host name, boot id and namespace of process numbers. Numbers are comparable only if all three are equal. */
  readonly host: string
  readonly pid: number
  /** The start of the process in the system's unit; empty if the system does not report it. */
  readonly startedAt: string
}

/** Returns the identity of this process. */
export const thisProcess = (): ProcessIdentity =>
  (cached ??= { host: host(), pid: process.pid, startedAt: startOf("self") })

let cached: ProcessIdentity | undefined

/**
 * Returns whether a process is known to have ended. `false` means that it runs, or that its state is unknown, because
 * it may run on another host or in another container.
 */
export const hasEnded = (other: ProcessIdentity): boolean => {
  if (other.host !== thisProcess().host) return false
  if (!exists(other.pid)) return true
  const start = startOf(other.pid)
  return start === zombie || (start !== "" && other.startedAt !== "" && start !== other.startedAt)
}

const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM means that the process exists and belongs to another user.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH")
  }
}

const zombie = "zombie"

// Fields 3 (state) and 22 (start) of /proc/PID/stat; field 2 is the command in parentheses and may contain anything.
const startOf = (pid: number | "self"): string => {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"))
  const [state = "", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return state === "Z" || state === "X" ? zombie : (fields[18] ?? "")
}

const host = (): string =>
  [
    hostname(),
    attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    attempt(() => readlinkSync("/proc/self/ns/pid"))
  ].join(" ")

const attempt = (read: () => string): string => {
  try {
    return read()
  } catch {
    // The system is not Linux, or /proc is hidden.
    return ""
  }
}

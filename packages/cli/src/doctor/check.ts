import type { Connection } from "../connection/connect.ts"
import type { Host } from "../host/host.ts"
import type { Settings } from "../settings/resolve-settings.ts"

/** The status of a check. `skipped`: an earlier check that it depends on did not pass. */
export type CheckStatus = "passed" | "warning" | "failed" | "skipped"

/** The result of a check. Contains no secret. */
export interface CheckResult {
  readonly status: CheckStatus
  /** The observation, in a few words. */
  readonly observed: string
  /** What to do, as a sentence. */
  readonly remedy?: string
}

/** The subject of the checks. */
export interface Patient {
  readonly host: Host
  readonly settings: Settings
  readonly as: string | undefined
  /** Absent if the settings are incomplete or wrong. */
  readonly connection: Connection | undefined
}

/** A check of the setup. Never changes anything on this machine. */
export interface Check {
  /** A stable id, for scripts. */
  readonly id: string
  /** The checks that have to pass, possibly with a warning, before this one. */
  readonly needs: ReadonlyArray<string>
  /** Whether it sends a request. */
  readonly online: boolean
  readonly run: (patient: Patient, signal: AbortSignal) => Promise<CheckResult>
}

export const passed = (observed: string): CheckResult => ({ status: "passed", observed })
export const warning = (observed: string, remedy: string): CheckResult => ({ status: "warning", observed, remedy })
export const failed = (observed: string, remedy: string): CheckResult => ({ status: "failed", observed, remedy })

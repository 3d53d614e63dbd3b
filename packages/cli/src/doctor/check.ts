import type { Connection } from "../connection/connect.ts"
import type { Host } from "../host/host.ts"
import type { Settings } from "../settings/resolve-settings.ts"

/** How a check ended. `skipped`: an earlier check that it depends on did not pass. */
export type CheckStatus = "passed" | "warning" | "failed" | "skipped"

/** What a check found. Holds no secret. */
export interface CheckResult {
  readonly status: CheckStatus
  /** What was observed, in a few words. */
  readonly observed: string
  /** What would correct it, as a sentence. */
  readonly remedy?: string
}

/** What checks look at. */
export interface Patient {
  readonly host: Host
  readonly settings: Settings
  readonly as: string | undefined
  /** Absent where the settings do not lead to one. */
  readonly connection: Connection | undefined
}

/** One thing that has to be right. Never changes anything on this machine. */
export interface Check {
  /** Stable, for scripts. */
  readonly id: string
  /** Checks that have to pass or warn first. */
  readonly needs: ReadonlyArray<string>
  /** Whether it sends a request. */
  readonly online: boolean
  readonly run: (patient: Patient, signal: AbortSignal) => Promise<CheckResult>
}

export const passed = (observed: string): CheckResult => ({ status: "passed", observed })
export const warning = (observed: string, remedy: string): CheckResult => ({ status: "warning", observed, remedy })
export const failed = (observed: string, remedy: string): CheckResult => ({ status: "failed", observed, remedy })

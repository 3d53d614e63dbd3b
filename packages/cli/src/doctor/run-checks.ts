import { failed, type Check, type CheckResult, type Patient } from "./check.ts"
import { failureResult } from "./online-checks.ts"

/** The result of a check, with its id. */
export type Finding = CheckResult & { readonly id: string }

/** How long a check may take, in milliseconds. */
const checkTimeout = 3_000

/**
 * Runs checks in order. Skips a check if one that it needs did not pass. A check that takes longer than three seconds
 * fails.
 */
export const runChecks = async (
  checks: ReadonlyArray<Check>,
  patient: Patient,
  signal: AbortSignal,
  onFinding: (finding: Finding) => void
): Promise<ReadonlyArray<Finding>> => {
  const findings: Array<Finding> = []
  for (const check of checks) {
    const obstacle = check.needs.find((need) =>
      findings.some(({ id, status }) => id === need && (status === "failed" || status === "skipped"))
    )
    const result: CheckResult =
      obstacle === undefined
        ? await runOne(check, patient, signal)
        : { status: "skipped", observed: `needs ${obstacle}` }
    const finding = { id: check.id, ...result }
    findings.push(finding)
    onFinding(finding)
  }
  return findings
}

const runOne = async (check: Check, patient: Patient, signal: AbortSignal): Promise<CheckResult> => {
  const limit = AbortSignal.timeout(checkTimeout)
  const timedOut = new Promise<CheckResult>((resolve) => {
    limit.addEventListener("abort", () =>
      resolve(failed(`no result within ${checkTimeout / 1000} s`, "Check the network and the disk, and try again."))
    )
  })
  const ran = check.run(patient, AbortSignal.any([signal, limit])).catch(failureResult)
  const result = await Promise.race([ran, timedOut])
  signal.throwIfAborted()
  return result
}

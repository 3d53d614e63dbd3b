import type { JournalCall, ViolationRule } from "@tve-pass/testing/simulator"

/** Rules about the time between requests. */
const timeRules: ReadonlySet<ViolationRule> = new Set<ViolationRule>(["polling", "throttle"])

/**
 * Returns a call without the violations that cannot be judged at this speed of time. At ten times the speed, a delay of 0.2
 * seconds on a busy machine looks like two seconds, so that a device seems to poll too fast. They become notes.
 */
export const judgedCall = (
  call: Pick<JournalCall, "violations" | "notes">,
  rate: number
): Pick<JournalCall, "violations" | "notes"> => {
  if (rate === 1) return { violations: call.violations, notes: call.notes }
  const unsure = call.violations.filter((violation) => timeRules.has(violation.rule))
  return {
    violations: call.violations.filter((violation) => !timeRules.has(violation.rule)),
    notes: [...call.notes, ...unsure.map(({ message }) => `Not judged while time runs faster: ${message}`)]
  }
}

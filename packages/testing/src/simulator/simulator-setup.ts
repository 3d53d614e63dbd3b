import type { Faults } from "./faults/faults.ts"
import type { Journal } from "./journal/journal.ts"
import type { Steering } from "./steering/steering.ts"

/** What can be done to a simulator before its first call. */
export interface SimulatorInSetup extends Steering {
  readonly faults: Faults
  readonly journal: Journal
}

/** Brings a new simulator into a situation: profiles, revocations, faults, and what `journal.onCall` triggers later. */
export type SimulatorSetup = (simulator: SimulatorInSetup) => void

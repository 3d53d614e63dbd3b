import type { ScenarioKey } from "../../../src/index.ts"
import type { RecordedStep, Surroundings } from "../walk/surroundings.ts"
import { walks } from "../walks/walks.ts"

/** One way to use a simulator. */
export interface Way {
  readonly name: string
  /** Called once in a suite, whose hooks it may use. */
  readonly open: () => TakeWalk
}

/** Takes the walk of a scenario and gives what was recorded. */
export type TakeWalk = (key: ScenarioKey) => Promise<ReadonlyArray<RecordedStep>>

/** Takes a walk in its surroundings and gives what was recorded. */
export const take = async (
  key: ScenarioKey,
  surroundings: Omit<Surroundings, "record">
): Promise<ReadonlyArray<RecordedStep>> => {
  const recorded: Array<RecordedStep> = []
  await walks[key]({ ...surroundings, record: (step) => recorded.push(step) })
  return recorded
}

/** The global `fetch` as it is at the time of each call: msw replaces it. */
export const globalFetch = (request: Request): Promise<Response> => globalThis.fetch(request)

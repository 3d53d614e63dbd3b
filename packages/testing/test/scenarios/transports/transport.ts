import type { ScenarioKey } from "../../../src/index.ts"
import type { RecordedStep, Environment } from "../flow/environment.ts"
import { journeys } from "../journeys/journeys.ts"

/** One transport to a simulator. */
export interface Transport {
  readonly name: string
  /** Called once in a suite, whose hooks it may use. */
  readonly open: () => TakeWalk
}

/** Takes the journey of a scenario and returns what was recorded. */
export type TakeWalk = (key: ScenarioKey) => Promise<ReadonlyArray<RecordedStep>>

/** Takes a journey in its environment and returns what was recorded. */
export const take = async (
  key: ScenarioKey,
  environment: Omit<Environment, "record">
): Promise<ReadonlyArray<RecordedStep>> => {
  const recorded: Array<RecordedStep> = []
  await journeys[key]({ ...environment, record: (step) => recorded.push(step) })
  return recorded
}

/** The global `fetch` as it is at the time of each call: msw replaces it. */
export const globalFetch = (request: Request): Promise<Response> => globalThis.fetch(request)

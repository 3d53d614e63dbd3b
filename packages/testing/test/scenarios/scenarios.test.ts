import { describe, expect, it } from "vitest"
import { scenarios, type ScenarioKey, type ScenarioStep } from "../../src/index.ts"
import { checkResponse } from "../support/response-check.ts"
import type { RecordedStep } from "./flow/environment.ts"
import { interceptedFetch } from "./transports/intercepted-fetch.ts"
import { plainFetch } from "./transports/plain-fetch.ts"
import { serviceWorker } from "./transports/service-worker/service-worker.ts"
import { standaloneServer } from "./transports/standalone-server/standalone-server.ts"

const keys = Object.keys(scenarios) as ReadonlyArray<ScenarioKey>

/** The steps as a scenario describes them: a call repeated with the same outcome is one step. */
const stepsOf = (recorded: ReadonlyArray<RecordedStep>): ReadonlyArray<ScenarioStep> => {
  const steps = recorded.map(({ operation, status, outcome }) => ({ operation, status, outcome }))
  return steps.filter((step, index) => JSON.stringify(step) !== JSON.stringify(steps[index - 1]))
}

const checkAgainstSpecs = async ({ operation, status, outcome, contentType, body }: RecordedStep): Promise<void> => {
  // A response of a later version, which the specs cannot know.
  if (outcome.startsWith("a_value_from_the_future")) return
  const headers = new Headers(contentType === null ? {} : { "content-type": contentType })
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body)
  await checkResponse(operation, new Response(text ?? null, { status, headers }))
}

describe.for([plainFetch, interceptedFetch, standaloneServer, serviceWorker])("over $name", ({ open }) => {
  const takeJourney = open()

  it.for(keys)("%s takes the steps that the scenario describes", async (key) => {
    const recorded = await takeJourney(key)
    expect(stepsOf(recorded)).toEqual(scenarios[key].steps)
    await Promise.all(recorded.map(checkAgainstSpecs))
  })
})

import { expect, test } from "vitest"
import { prepareInProcessCalls } from "../src/simulator/in-process.ts"

test("all functions that are compared in process respond with the same configuration", async () => {
  const { calls, url, headers, configuration } = await prepareInProcessCalls()
  const responses = await Promise.all(Object.values(calls).map((call) => call(new Request(url, { headers }))))
  expect(responses).toEqual([configuration, configuration, configuration, configuration])
  expect(configuration).toMatchObject({ requestor: { id: "REF30" } })
})

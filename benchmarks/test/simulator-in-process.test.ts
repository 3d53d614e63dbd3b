import { expect, test } from "vitest"
import { prepareInProcessCalls } from "../src/simulator/in-process.ts"

test("all ways to answer in process give the same configuration", async () => {
  const { calls, url, headers, configuration } = await prepareInProcessCalls()
  const answers = await Promise.all(Object.values(calls).map((call) => call(new Request(url, { headers }))))
  expect(answers).toEqual([configuration, configuration, configuration, configuration])
  expect(configuration).toMatchObject({ requestor: { id: "REF30" } })
})

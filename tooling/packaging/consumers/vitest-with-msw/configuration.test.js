import { memoryStore } from "@tve-pass/auth"
import { createSimulator } from "@tve-pass/testing"
import { handlers } from "@tve-pass/testing/msw"
import { setupServer } from "msw/node"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { mvpdNames } from "./configuration.js"

const softwareStatement = "header.payload.signature"
const simulator = createSimulator({ applications: [{ softwareStatement }], throttle: false })
const server = setupServer(...simulator.handlers)
beforeAll(() => server.listen({ onUnhandledFrame: "error" }))
afterEach(() => {
  server.resetHandlers()
  simulator.journal.expectNoViolations()
  simulator.faults.expectUsed()
  simulator.journal.clear()
})
afterAll(() => server.close())

const calls = () => simulator.journal.calls().map(({ operation, status }) => `${operation} ${status}`)

test("the first start registers, the second does not", async () => {
  const storage = memoryStore()
  expect(await mvpdNames({ softwareStatement, storage })).toContain("Optimum")
  expect(calls()).toEqual(["registerClient 201", "retrieveAccessToken 201", "retrieveConfiguration 200"])
  simulator.journal.clear()
  expect(await mvpdNames({ softwareStatement, storage })).toContain("Optimum")
  expect(calls()).toEqual(["retrieveConfiguration 200"])
})

test("a revoked token is replaced once", async () => {
  const storage = memoryStore()
  await mvpdNames({ softwareStatement, storage })
  simulator.journal.clear()
  simulator.revokeTokens()
  expect(await mvpdNames({ softwareStatement, storage })).toContain("Optimum")
  expect(calls()).toEqual(["retrieveConfiguration 401", "retrieveAccessToken 201", "retrieveConfiguration 200"])
})

test("a statement that is refused fails with advice", async () => {
  const attempt = mvpdNames({ softwareStatement: "never.issued.statement", storage: memoryStore() })
  await expect(attempt).rejects.toMatchObject({ code: "statement-rejected" })
  expect(calls()).toEqual(["registerClient 400"])
})

test("one canned answer stands in for the server", async () => {
  const storage = memoryStore()
  server.use(
    handlers.restV2.retrieveConfiguration(({ response }) =>
      response(200).json({
        requestor: { id: "REF30", name: "REF30", mvpds: [{ id: "Own", displayName: "My own", isProxy: false }] }
      })
    )
  )
  expect(await mvpdNames({ softwareStatement, storage })).toEqual(["My own"])
  expect(calls()).toEqual(["registerClient 201", "retrieveAccessToken 201"])
})

import { createSimulator, exampleSoftwareStatement } from "@tve-pass/testing"
import { expect, it, vi } from "vitest"
import { createAdobePass, memoryStore } from "../../src/promise/index.ts"

vi.hoisted(() => vi.useFakeTimers({ toFake: ["Date", "hrtime", "performance", "setTimeout", "clearTimeout"] }))

const info = { model: "C4", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const paths = ["/api/v2/REF30/configuration", "/api/v2/REF30/profiles"]

/** Advances the time until all promises have settled. */
const settle = async <Value>(promises: ReadonlyArray<Promise<Value>>) => {
  const left = new Set(promises)
  for (const promise of promises) void promise.catch(() => undefined).finally(() => left.delete(promise))
  while (left.size > 0) await vi.advanceTimersByTimeAsync(100)
}

// 8 calls of each tab: with 5 tabs that is more than the burst admits.
it.each([
  [1, 20],
  [2, 8],
  [3, 8],
  [5, 8]
])("violates nothing with the defaults of both: %i tabs of one device with %i calls each", async (tabs, calls) => {
  const { origin, fetch, journal } = createSimulator()
  const storage = memoryStore()
  const softwareStatement = exampleSoftwareStatement
  const device = { identifier: "television-1", info }
  const passes = Array.from({ length: tabs }, () =>
    createAdobePass({ origin, fetch, storage, softwareStatement, device })
  )
  const statuses = passes.flatMap((pass) =>
    Array.from({ length: calls }, async (_, index) => (await pass.fetch(paths[index % 2] ?? "")).status)
  )
  await settle(statuses)
  expect(journal.calls().length).toBeGreaterThan(tabs * calls)
  journal.expectNoViolations()
})

import { join } from "node:path"
import { expect, inject, onTestFinished, test } from "vitest"
import { bundleInto } from "../../src/bundle-file.ts"
import { placeConsumer } from "../../src/consumer.ts"
import { startPackedSimulator } from "../../src/packed-simulator.ts"
import { startServiceWorker } from "../../src/service-worker-scope.ts"

const installation = inject("installed").installations.withoutMsw

test("a scope with neither page nor Node is enough, and what it stored is enough for the next start", async () => {
  const folder = placeConsumer("service-worker", installation)
  await bundleInto({ folder, entry: "service-worker.js", outfile: "worker.js" })
  const simulator = await startPackedSimulator(installation)
  onTestFinished(simulator.close)
  const { origin, softwareStatement } = simulator
  const query = new URLSearchParams({ origin, statement: softwareStatement }).toString()
  const options = {
    file: join(folder, "worker.js"),
    location: `https://tv.example.org/worker.js?${query}`,
    caches: new Map()
  }

  const first = startServiceWorker(options)
  const absent = ["window", "document", "localStorage", "process", "Buffer", "require", "global", "setImmediate"]
  expect(first.globals.filter((name) => absent.includes(name))).toEqual([])
  expect(await (await first.fetch("/mvpds")).json()).toContain("Cablevision")
  expect(simulator.takeCalls()).toEqual(["registerClient", "retrieveAccessToken", "retrieveConfiguration"])

  const second = startServiceWorker(options)
  expect(await (await second.fetch("/mvpds")).json()).toContain("Cablevision")
  expect(simulator.takeCalls()).toEqual(["retrieveConfiguration"])
  expect(simulator.violations()).toEqual([])
})

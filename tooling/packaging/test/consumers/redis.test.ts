import { expect, inject, test } from "vitest"
import { isWithoutRedis, startRedis } from "../../../../packages/redis/test/server/redis-server.ts"
import { placeConsumer } from "../../src/consumer.ts"
import { successful } from "../../src/run.ts"
import { runAsStranger } from "../../src/stranger.ts"

const { everything } = inject("installed").installations

test.skipIf(isWithoutRedis)("two servers of plain JavaScript register a device once, over one Redis", async () => {
  const { port } = await startRedis()
  const folder = placeConsumer("redis", everything)
  const report = JSON.parse(successful(await runAsStranger(folder, process.execPath, "main.js", `${port}`)))
  expect(report).toEqual({
    statuses: Array(6).fill(200),
    registrations: 3,
    tokens: 3,
    violations: [],
    problems: ["not-durable"]
  })
})

// Run by `takesPerSecond`: redis-child.ts <port> <number of the process> <milliseconds>
import * as Effect from "effect/Effect"
import { redisThrottle } from "@tve-pass/redis"
import { sendResult } from "../child/child-result.ts"
import { connectRedis } from "./redis-server.ts"

const [, , port, number, milliseconds] = process.argv
const inFlight = 64
const devices = 1000

/** Returns how many requests per second this process takes out of the shared buckets. */
await sendResult(async (): Promise<number> => {
  const connection = await connectRedis(Number(port))
  const { acquire } = redisThrottle(connection, { perSecond: 1000, burst: 1e6, timeout: 30_000 })
  let taken = 0
  const start = performance.now()
  const takeRepeatedly = async (): Promise<void> => {
    while (performance.now() - start < Number(milliseconds)) {
      const result = acquire(`${number}.${taken % devices}`)
      const wait = await (Effect.isEffect(result) ? Effect.runPromise(result) : result)
      if (wait > 0) throw new Error("A bucket was empty")
      taken++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, takeRepeatedly))
  return (taken * 1000) / (performance.now() - start)
})

// Run by `measureInChild`: abort-child.ts <waiting calls>
import { createAdobePass } from "@tve-pass/auth/promise"
import { sendResult } from "../child/child-result.ts"
import { immediateNetwork } from "../memory/immediate-network.ts"
import { apiPath, device } from "../network/request.ts"
import { processorTime } from "../statistics.ts"

const waiting = Number(process.argv[2])
const aborts = Math.min(2000, waiting / 2)

/** Returns microseconds of processor time until an aborted call has rejected. */
await sendResult(async (): Promise<number> => {
  const pass = createAdobePass({
    ...immediateNetwork,
    softwareStatement: "a.b.c",
    device,
    // Nothing leaves while it is measured.
    throttle: { perSecond: 0.001, burst: 2, queueLimit: waiting + 1 }
  })
  const calls = Array.from({ length: waiting }, () => {
    const abort = new AbortController()
    return {
      abort,
      ended: pass.fetch(apiPath, { signal: abort.signal }).then(
        () => "sent",
        () => "aborted"
      )
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const middle = calls.slice(waiting / 2, waiting / 2 + aborts)
  const start = processorTime()
  for (const { abort, ended } of middle) {
    abort.abort()
    if ((await ended) !== "aborted") throw new Error("A call did not wait")
  }
  return (processorTime() - start) / middle.length
})

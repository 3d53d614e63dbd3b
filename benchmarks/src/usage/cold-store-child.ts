// Run by `measureColdStore`: cold-store-child.ts <origin> <empty directory> ...
import { once } from "node:events"
import { directoryStore } from "@tve-pass/auth/file"
import { createAdobePass, type AdobePass } from "@tve-pass/auth/promise"
import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { apiPath, device } from "../network/request.ts"
import { processorTime } from "../statistics.ts"
import type { FirstCall } from "./cold-store.ts"

const [, , origin = "", ...directories] = process.argv

const callFirst = async (pass: AdobePass): Promise<FirstCall> => {
  const start = performance.now()
  const processorStart = processorTime()
  const response = await pass.fetch(apiPath)
  await response.json()
  return { milliseconds: performance.now() - start, processor: (processorTime() - processorStart) / 1000 }
}

const passes = directories.map((directory) =>
  createAdobePass({
    origin,
    softwareStatement: exampleSoftwareStatement,
    device,
    storage: directoryStore(directory),
    throttle: { perSecond: 1000 }
  })
)
process.channel?.ref()
let started = once(process, "message")
process.send?.("ready")
for (const pass of passes) {
  await started
  const result = await callFirst(pass)
  await pass.dispose()
  started = once(process, "message")
  process.send?.(result)
}

// Run by `measureColdStore`: cold-store-child.ts <origin> <directory>
import { once } from "node:events"
import { directoryStore } from "@tve-pass/auth/file"
import { createAdobePass } from "@tve-pass/auth/promise"
import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { apiPath, device } from "../network/request.ts"

const [, , origin = "", directory = ""] = process.argv
const pass = createAdobePass({
  origin,
  softwareStatement: exampleSoftwareStatement,
  device,
  storage: directoryStore(directory),
  throttle: { perSecond: 1000 }
})
process.channel?.ref()
process.send?.("ready")
await once(process, "message")
const start = performance.now()
const response = await pass.fetch(apiPath)
await response.json()
process.send?.(performance.now() - start)

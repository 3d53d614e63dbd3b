/**
 * An app as its users run it, on a directory that it shares with others: `node run-app.ts DIRECTORY ORIGIN STATEMENT`.
 * Prints `ready`, waits for a line on its input, fetches the configuration, and prints what came of it.
 */
import { once } from "node:events"
import { directoryStore } from "../../src/file/index.ts"
import { createAdobePass } from "../../src/promise/index.ts"

/** What the app prints in the end. */
export interface Outcome {
  /** The response's status, or the error's code or name. */
  readonly result: number | string
  readonly registered: boolean
  readonly replaced: boolean
}

const [directory = "", origin = "", softwareStatement = ""] = process.argv.slice(2)

const pass = createAdobePass({
  origin,
  softwareStatement,
  device: {
    identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
    info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
  },
  // A lease that nobody could wait for: what happens, happens without waiting for it.
  storage: directoryStore(directory, { lease: 3_600_000 })
})
let registered = false
let replaced = false
pass.on("credentials-registered", () => (registered = true))
pass.on("credentials-replaced", () => (replaced = true))

process.stdout.write("ready\n")
await once(process.stdin, "data")
const result = await pass.fetch("/api/v2/REF30/configuration").then(
  ({ status }) => status,
  (error) => error.code ?? error.name
)
const outcome: Outcome = { result, registered, replaced }
process.stdout.write(`${JSON.stringify(outcome)}\n`)
await pass.dispose()
process.stdin.destroy()

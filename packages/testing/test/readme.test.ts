import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { createDcrClient } from "@tve-pass/client/dcr"
import { createSimulator } from "../src/index.ts"
import { defaultReadings } from "../src/simulator/readings/readings.ts"

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

/** An application as the README has it: one that retries. */
const yourApplication = ({ origin, fetch }: { origin: string; fetch: (request: Request) => Promise<Response> }) => {
  const header = {
    "X-Device-Info": btoa('{"model":"a","version":"1","osName":"webOS","osVersion":"7","connectionType":"LAN"}')
  }
  return {
    start: async () => {
      const dcr = createDcrClient({ origin, fetch })
      const body = { software_statement: "a.b.c" }
      const { data } = await dcr.POST("/o/client/register", { params: { header }, body })
      if (data === undefined) throw new Error("Not registered.")
      const credentials = { client_id: data.client_id, client_secret: data.client_secret }
      const token = () =>
        dcr.POST("/o/client/token", {
          params: { header },
          body: { ...credentials, grant_type: "client_credentials" }
        })
      if ((await token()).data === undefined) await token()
    }
  }
}

describe("the README", () => {
  it("starts with a test that runs", async () => {
    const simulator = createSimulator({ applications: [{ softwareStatement: "a.b.c" }] })
    const app = yourApplication({ origin: simulator.origin, fetch: simulator.fetch }) // the code under test

    simulator.faults.next("retrieveAccessToken", { status: 503 })
    await app.start()

    expect(simulator.journal.calls("registerClient")).toHaveLength(1)
    simulator.journal.expectNoViolations()
    simulator.faults.expectUsed()
    // ---
    const own = readFileSync(new URL(import.meta.url), "utf8")
    const lines = own.slice(own.indexOf("    const simulator = createSim"), own.indexOf("    // ---"))
    expect(readme).toContain(lines.replaceAll(/^ {4}/gm, "").trim())
  })

  it("names every reading that can be switched", () => {
    const table = readme.slice(
      readme.indexOf("## Where the documentation is silent"),
      readme.indexOf("And without a switch")
    )
    for (const reading of Object.keys(defaultReadings)) expect(table).toContain(`\`${reading}`)
  })

  it("goes from import to result in fewer than 15 lines", () => {
    const [, first = ""] = readme.split("```ts\n")
    expect(first.slice(0, first.indexOf("```")).split("\n").length).toBeLessThan(15)
  })
})

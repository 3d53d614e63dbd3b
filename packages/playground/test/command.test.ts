import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { scenarios } from "@tve-pass/testing/scenarios"
import { afterAll, describe, expect, it } from "vitest"
import { exposureWarning } from "../src/server/exposure-warning.ts"
import { runPlaygroundCommand } from "../src/server/run-command.ts"

const pageFolder = mkdtempSync(join(tmpdir(), "playground-"))
afterAll(() => rmSync(pageFolder, { recursive: true }))

/** Runs the command and stops it as soon as it has printed something. */
const run = async (...args: ReadonlyArray<string>) => {
  const stop = new AbortController()
  let [output, errors] = ["", ""]
  const code = await runPlaygroundCommand(args, {
    stdout: {
      write: (text) => {
        output += text
        stop.abort()
      }
    },
    stderr: { write: (text) => (errors += text) },
    signal: stop.signal,
    pageFolder
  })
  return { code, output, errors }
}

describe("tve-pass-playground", () => {
  it("prints the address of the page, for people and for programs", async () => {
    expect(await run("--port", "0")).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^The playground: http:\/\/127\.0\.0\.1:\d+\/\n$/),
      errors: ""
    })
    const { output } = await run("--port", "0", "--json", "--scenario", "denied")
    expect(JSON.parse(output)).toEqual({ origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
  })

  it.each(["0.0.0.0", "::", "192.168.1.20"])("warns in one line that other devices can reach %s", (host) => {
    expect(exposureWarning(host)).toMatch(new RegExp(`^Warning: .*${host}.*$`))
  })

  it.each(["127.0.0.1", "localhost", "::1"])("warns of nothing on this machine: %s", (host) => {
    expect(exposureWarning(host)).toBeUndefined()
  })

  it("lists the scenarios", async () => {
    const { output } = await run("--list-scenarios", "--json")
    expect(JSON.parse(output)).toHaveLength(Object.keys(scenarios).length)
  })

  it.each([
    [["--port", "99999"], '--port takes a number from 0 to 65535, not "99999". Try --help.'],
    [["--scenario", "nothing"], 'unknown scenario "nothing". Try --list-scenarios.'],
    [["--wrong"], "Unknown option '--wrong'. Try --help."],
    [["--host", ""], "--host takes an address to listen on. Try --help."]
  ])("refuses %j in one line", async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, output: "", errors: `tve-pass-playground: ${message}\n` })
  })

  it("says in one line why it cannot listen", async () => {
    expect(await run("--port", "0", "--host", "192.0.2.1")).toEqual({
      code: 1,
      output: "",
      errors:
        "tve-pass-playground: cannot listen on 192.0.2.1 port 0: this machine has no such address. Choose one of its own with --host.\n"
    })
  })

  it("explains itself", async () => {
    const { code, output } = await run("--help")
    expect([code, output.split("\n")[0]]).toEqual([0, "Usage: tve-pass-playground [options]"])
  })
})

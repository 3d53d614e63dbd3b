import { chmod, mkdir, readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { createManualClock, createSimulatorCore } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { makeDesk, stable, type Run } from "./support/run.ts"

interface Finding {
  readonly id: string
  readonly status: string
  readonly observed: string
  readonly remedy?: string
}

const findings = ({ stdout }: Run): ReadonlyArray<Finding> => JSON.parse(stdout).checks

const statuses = (run: Run) => Object.fromEntries(findings(run).map(({ id, status }) => [id, status]))

describe("tve-pass doctor", () => {
  it("passes on a registered device, from the inside out", async () => {
    const desk = await makeDesk()
    await desk.run("register")
    const { exitCode, stdout, stderr } = await desk.run("doctor")
    expect(exitCode).toBe(0)
    expect(stdout.split("\n").map((line) => line.slice(0, 16).trim())).toEqual([
      "✓ node",
      "✓ settings",
      "✓ statement",
      "✓ store",
      "✓ device-info",
      "✓ credentials",
      "✓ token",
      "✓ server",
      "✓ certificate",
      "✓ clock",
      "✓ configuration",
      ""
    ])
    expect(stable(stdout, desk)).toContain("✓ store          DIR/store, 0700\n")
    expect(stdout).toContain("✓ configuration  7 MVPDs of REF30, platform ")
    expect(stderr).toBe("11 passed, 0 warnings, 0 failed, 0 skipped.\n")
  })

  it("changes nothing: a device that is not registered stays so", async () => {
    const desk = await makeDesk()
    const before = await readdir(desk.directory)
    const run = await desk.run("doctor --json", { variables: { ADOBE_PASS_DEVICE: undefined } })
    expect(run.exitCode).toBe(0)
    expect(JSON.parse(run.stdout).schema).toBe(1)
    expect(statuses(run)).toMatchObject({ credentials: "passed", configuration: "skipped" })
    expect(await readdir(desk.directory)).toEqual(before)
    expect(desk.simulator.journal.calls().filter(({ path }) => path !== "/")).toEqual([])
  })

  it("sends nothing with --offline", async () => {
    const desk = await makeDesk()
    const run = await desk.run("doctor --offline --json")
    expect(findings(run).map(({ id }) => id)).toEqual([
      "node",
      "settings",
      "statement",
      "store",
      "device-info",
      "credentials",
      "token"
    ])
    expect(desk.simulator.journal.calls()).toEqual([])
  })

  it("skips what depends on a check that failed, and ends with 1", async () => {
    const { run } = await makeDesk()
    const checked = await run("doctor --json", { variables: { ADOBE_PASS_ORIGIN: undefined } })
    expect(checked.exitCode).toBe(1)
    expect(statuses(checked)).toMatchObject({
      settings: "failed",
      statement: "passed",
      credentials: "skipped",
      server: "skipped",
      configuration: "skipped"
    })
    expect(findings(checked).find(({ id }) => id === "settings")).toMatchObject({
      observed: "Neither an environment nor an origin is set.",
      remedy: expect.stringContaining("--environment")
    })
  })

  it("names a statement that is no JWT", async () => {
    const { run } = await makeDesk()
    const checked = await run("doctor --offline --json", { variables: { ADOBE_PASS_SOFTWARE_STATEMENT: "nonsense" } })
    expect(checked.exitCode).toBe(1)
    expect(statuses(checked)).toMatchObject({ statement: "failed" })
  })

  it("warns about a device that Adobe may not know, and ends with 8", async () => {
    const { run } = await makeDesk()
    const info = { model: "TV", version: "1", osName: "Tizen", osVersion: "7", connectionType: "LAN" }
    const checked = await run("doctor --offline --json", {
      variables: { ADOBE_PASS_DEVICE_INFO: JSON.stringify(info) }
    })
    expect(checked.exitCode).toBe(8)
    expect(findings(checked).find(({ status }) => status === "warning")).toEqual({
      id: "device-info",
      status: "warning",
      observed: 'osName "Tizen" is not a listed value: Adobe may count the device as unknown.',
      remedy: "See `tve-pass inspect device-info`, and correct deviceInfo in the settings."
    })
  })

  it("warns about a store that other users can read", async () => {
    const { run, store } = await makeDesk()
    await mkdir(store)
    await chmod(store, 0o755)
    expect(statuses(await run("doctor --offline --json"))).toMatchObject({ store: "warning" })
  })

  it("warns about a clock that differs from the server's", async () => {
    const clock = createManualClock(Date.now() + 60_000)
    const { run } = await makeDesk(createSimulatorCore({ clock }))
    const checked = await run("doctor --json")
    expect(findings(checked).find(({ id }) => id === "clock")).toMatchObject({
      status: "warning",
      observed: expect.stringMatching(/^(59 s|1 min) behind the server$/)
    })
  })

  it("names a domain that is not registered", async () => {
    const { run } = await makeDesk()
    await run("register")
    const checked = await run("doctor --json --domain-name elsewhere.example")
    expect(checked.exitCode).toBe(1)
    expect(findings(checked).at(-1)).toMatchObject({
      id: "configuration",
      status: "failed",
      observed: "domainName elsewhere.example is not registered"
    })
  })

  it("gives a check that hangs three seconds", async () => {
    const { run, simulator } = await makeDesk()
    await run("register")
    simulator.faults.next("retrieveConfiguration", { hang: true })
    const checked = await run("doctor --json")
    expect(findings(checked).at(-1)).toMatchObject({ status: "failed", observed: "no result within 3 s" })
  })

  it("writes a report without secrets to a new file", async () => {
    const { run, directory } = await makeDesk()
    const { stderr } = await run("doctor --offline --bundle report.json")
    const file = join(directory, "report.json")
    expect(stderr).toContain(`Wrote ${file}: version, system, settings without secrets, and the checks above.\n`)
    const content = await readFile(file, "utf8")
    const report = JSON.parse(content)
    expect(Object.keys(report)).toEqual(["schema", "writtenAt", "version", "node", "system", "settings", "checks"])
    expect(report.settings.softwareStatement).toEqual({ source: "ADOBE_PASS_SOFTWARE_STATEMENT" })
    expect((await run("doctor --offline --bundle report.json")).exitCode).toBe(2)
  })

  it.each([40, 80])("fits %i columns", async (columns) => {
    const { run } = await makeDesk()
    const { stdout } = await run("doctor --offline", {
      columns,
      variables: { NO_COLOR: "1", ADOBE_PASS_ORIGIN: undefined, ADOBE_PASS_STORE: "/s" }
    })
    expect(stdout.split("\n").filter((line) => [...line].length > columns)).toEqual([])
  })
})

import { expect, it } from "vitest"
import { readCommandLine } from "../../src/cli/command-line.ts"
import { run } from "../support/run-command.ts"
import { scenarios } from "../../src/index.ts"
import manifest from "../../package.json" with { type: "json" }

it("listens on port 4010 of this machine unless told otherwise", () => {
  expect(readCommandLine([])).toEqual({
    _tag: "Serve",
    port: 4010,
    host: "127.0.0.1",
    json: false,
    throttled: true,
    strict: false,
    exitWithStdin: false
  })
})

it("takes port, host and scenario", () => {
  expect(readCommandLine(["--port", "0", "--host=::1", "--scenario", "denied", "--json"])).toEqual({
    _tag: "Serve",
    port: 0,
    host: "::1",
    scenario: "denied",
    json: true,
    throttled: true,
    strict: false,
    exitWithStdin: false
  })
})

it.for([
  [["--prot", "1"], "Unknown option '--prot'"],
  [["serve"], "Unexpected argument 'serve'"],
  [["--port"], "Option '--port <value>' argument missing"],
  [["--port", "http"], '--port takes a number from 0 to 65535, not "http"'],
  [["--port", "65536"], '--port takes a number from 0 to 65535, not "65536"'],
  [["--port=-1"], '--port takes a number from 0 to 65535, not "-1"'],
  [["--host", ""], "--host takes an address to listen on"],
  [["--json=yes"], "Option '--json' does not take an argument"]
] as const)("says in one line what is wrong with %j, and exits with 2", async ([args, reason]) => {
  expect(await run(...args)).toEqual({
    exitCode: 2,
    output: "",
    errors: `tve-pass-simulator: ${reason}. Try --help.\n`
  })
})

it("exits with 2 for an unknown scenario and names those there are", async () => {
  const { exitCode, errors } = await run("--scenario", "firstLaunch")
  expect(exitCode).toBe(2)
  expect(errors).toMatch(/^tve-pass-simulator: Unknown scenario 'firstLaunch'; there are: first-launch, [^\n]*\n$/)
})

it("prints its options, the version and the scenarios", async () => {
  const help = await run("--help")
  for (const option of ["--port", "--host", "--scenario", "--list-scenarios", "--json", "--help", "--version"]) {
    expect(help.output).toContain(`  ${option} `)
  }
  expect(await run("--version")).toEqual({ exitCode: 0, output: `${manifest.version}\n`, errors: "" })
  const list = await run("--list-scenarios")
  for (const { name, description } of Object.values(scenarios))
    expect(list.output).toContain(`${name}\n  ${description}\n`)
})

it("prints the scenarios as one line of JSON", async () => {
  const { output } = await run("--list-scenarios", "--json")
  expect(output.indexOf("\n")).toBe(output.length - 1)
  const [first] = JSON.parse(output)
  expect(first).toMatchObject({
    name: "first-launch",
    steps: expect.arrayContaining([expect.objectContaining({ status: 201 })])
  })
})

import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createSimulator, type Simulator } from "@tve-pass/testing"
import { startSimulatorServer, type SimulatorServer } from "@tve-pass/testing/server"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { runCommand } from "../src/command.ts"
import { runDemo, runDemoProcess } from "./run-demo.ts"

const softwareStatement = "header.canary-payload.canary-signature"

let directory: string
let simulator: Simulator
let server: SimulatorServer

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tve-pass-quickstart-test-"))
  simulator = createSimulator({ applications: [{ softwareStatement }] })
  server = await startSimulatorServer({ simulator })
})

afterEach(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

const settings = (changes: Record<string, string> = {}) => ({
  ADOBE_PASS_ORIGIN: server.origin,
  ADOBE_PASS_SOFTWARE_STATEMENT: softwareStatement,
  ADOBE_PASS_SERVICE_PROVIDER: "REF30",
  ADOBE_PASS_STORE: join(directory, "store"),
  ...changes
})

const callCounts = () => ({
  register: simulator.journal.calls("registerClient").length,
  token: simulator.journal.calls("retrieveAccessToken").length,
  configuration: simulator.journal.calls("retrieveConfiguration").length
})

describe("the demo", () => {
  it("tells the flow against the simulator without any setting", async () => {
    const { exitCode, stdout, stderr } = await runDemoProcess({})
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(stdout).toMatch(/client credentials {2}registered and stored in /)
    expect(stdout).toMatch(/access token {8}requested and stored, valid until \d{4}-\d\d-\d\dT/)
    expect(stdout).toMatch(/MVPDs of REF30: Optimum, Spectrum, /)
    expect(stdout).toMatch(/requests sent {7}register 1, token 1, configuration 1/)
    expect(stdout).toMatch(/requests sent {7}register 0, token 0, configuration 1/)
    expect(stdout).toMatch(/sign-in with code {3}signed-in at Optimum/)
    expect(stdout).toMatch(/profile {13}signed-in, nothing asked again/)
  })

  it("prints exactly one JSON object with --json", async () => {
    const { exitCode, stdout, stderr } = await runDemoProcess({}, "--json")
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(JSON.parse(stdout)).toMatchObject({
      server: "simulator",
      first: { credentials: "registered", token: "requested", calls: { register: 1, token: 1, restV2: 1 } },
      second: { credentials: "stored", token: "stored", calls: { register: 0, token: 0, restV2: 1 } },
      viewer: {
        first: { started: "signed-out", mvpd: "Optimum", signIn: "signed-in", playback: "permit" },
        second: { started: "signed-in", playback: "permit", signOut: ["open"] }
      }
    })
  })

  it("leaves nothing of the simulator behind", async () => {
    const { stdout } = await runDemo({}, "--json")
    const { storeDirectory } = JSON.parse(stdout)
    await expect(readdir(storeDirectory)).rejects.toThrow("ENOENT")
  })

  it("registers and requests a token once per store, over any number of processes", async () => {
    expect((await runDemoProcess(settings())).exitCode).toBe(0)
    expect(callCounts()).toEqual({ register: 1, token: 1, configuration: 2 })
    expect((await runDemoProcess(settings())).exitCode).toBe(0)
    expect(callCounts()).toEqual({ register: 1, token: 1, configuration: 4 })
    simulator.journal.expectNoViolations()
  })

  it("keeps its device identifier, and draws another one only if the record is damaged", async () => {
    const file = join(directory, "store", "device-identifier.json")
    const identifiers = async () => {
      await runDemo(settings())
      return readFile(file, "utf8")
    }
    const first = await identifiers()
    expect(await identifiers()).toBe(first)
    await writeFile(file, first.slice(0, 7))
    expect(await identifiers()).toMatch(/^"[\da-f-]{36}"$/)
  })

  it("reads the statement from the file of the dashboard, folded over lines", async () => {
    const file = join(directory, "statement.txt")
    await writeFile(file, `${softwareStatement.replaceAll(".", ".\n  ")}\n`)
    const { ADOBE_PASS_SOFTWARE_STATEMENT: _, ...others } = settings()
    const { exitCode } = await runDemo({ ...others, ADOBE_PASS_SOFTWARE_STATEMENT_FILE: file })
    expect(exitCode).toBe(0)
  })

  it("prints no secret", async () => {
    const ok = await runDemo(settings(), "--json")
    const refused = await runDemo(settings({ ADOBE_PASS_SERVICE_PROVIDER: "UNKNOWN" }))
    expect(ok.stdout + ok.stderr + refused.stdout + refused.stderr).not.toContain("canary")
  })

  it("explains itself with --help", async () => {
    const { exitCode, stdout } = await runDemo({}, "--help")
    expect(exitCode).toBe(0)
    for (const variable of Object.keys(settings())) expect(stdout).toContain(variable)
  })
})

describe("a viewer at a real server", () => {
  it("does not sign in without --interactive, and the demo says how to go on", async () => {
    const { exitCode, stdout } = await runDemo(settings())
    expect(exitCode).toBe(0)
    expect(stdout).toContain("run it with --interactive to sign in at this server")
    expect(simulator.journal.calls("createAuthenticationSession")).toHaveLength(0)
  })

  it("signs in with the code that --interactive shows", async () => {
    const printed: Array<string> = []
    const exitCode = await runCommand(["--json", "--interactive"], {
      variables: settings({ ADOBE_PASS_DOMAIN_NAME: "adobe.com", ADOBE_PASS_MVPD: "Spectrum" }),
      print: (line) => printed.push(line),
      printError: (line) => {
        const [, code = ""] = /^Sign in with code (\w+) at http/.exec(line) ?? []
        simulator.mvpd.signIn(code)
      },
      printProgress: () => {}
    })
    expect(exitCode).toBe(0)
    expect(JSON.parse(printed.join(""))).toMatchObject({
      server: "real",
      viewer: { first: { mvpd: "Spectrum", signIn: "signed-in" }, second: { started: "signed-in" } }
    })
    expect(simulator.journal.calls("createAuthenticationSession")).toHaveLength(1)
    simulator.journal.expectNoViolations()
  })
})

describe("the demo says in one line what to set right, when", () => {
  const refused: [when: string, changes: Record<string, string>, line: RegExp, flag?: string][] = [
    ["the origin is no URL", { ADOBE_PASS_ORIGIN: "nonsense" }, /origin/],
    ["the origin is http: off loopback", { ADOBE_PASS_ORIGIN: "http://pass.example" }, /https:/],
    ["the server is down", { ADOBE_PASS_ORIGIN: "http://127.0.0.1:1" }, /no response arrived .* origin/],
    [
      "the environment is unknown",
      { ADOBE_PASS_ENVIRONMENT: "prod", ADOBE_PASS_ORIGIN: "" },
      /one of release-production/
    ],
    ["environment and origin are set", { ADOBE_PASS_ENVIRONMENT: "release-staging" }, /not both/],
    ["the statement is missing", { ADOBE_PASS_SOFTWARE_STATEMENT: "" }, /ADOBE_PASS_SOFTWARE_STATEMENT/],
    ["the statement holds blanks", { ADOBE_PASS_SOFTWARE_STATEMENT: "a b.c.d" }, /U\+0020/],
    ["the statement has two parts", { ADOBE_PASS_SOFTWARE_STATEMENT: "a.b" }, /three/],
    ["the server does not know the statement", { ADOBE_PASS_SOFTWARE_STATEMENT: "a.b.c" }, /statement/],
    [
      "the statement's file is missing",
      { ADOBE_PASS_SOFTWARE_STATEMENT: "", ADOBE_PASS_SOFTWARE_STATEMENT_FILE: "/nowhere" },
      /cannot be read/
    ],
    ["the service provider is missing", { ADOBE_PASS_SERVICE_PROVIDER: "" }, /ADOBE_PASS_SERVICE_PROVIDER/],
    [
      "the service provider is unknown",
      { ADOBE_PASS_SERVICE_PROVIDER: "UNKNOWN" },
      /invalid_parameter_service_provider/
    ],
    ["the store cannot be created", { ADOBE_PASS_STORE: "/proc/nowhere" }, /Pass a directory/],
    ["somebody is to sign in at no domain", {}, /ADOBE_PASS_DOMAIN_NAME/, "--interactive"],
    ["a flag is unknown", {}, /--jsno/, "--jsno"]
  ]

  it.each(refused)("%s", async (_, changes, line, flag = "--json") => {
    const { exitCode, stdout, stderr } = await runDemo(settings(changes), flag)
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" })
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd().split("\n")).toHaveLength(1)
  })

  const faults: [when: string, fault: Parameters<Simulator["faults"]["next"]>[1], line: RegExp][] = [
    ["is reset", { reset: true }, /did not arrive/],
    ["breaks off", { truncate: true }, /HTTP 200|did not arrive/],
    ["has an empty object for a body", { status: 200, json: {} }, /refused with HTTP 200/],
    ["has a list for a body", { status: 200, json: [] }, /refused with HTTP 200/],
    ["has null for a body", { status: 200, json: null }, /refused with HTTP 200/],
    ["has null for its MVPDs", { status: 200, json: { requestor: { mvpds: null } } }, /refused with HTTP 200/],
    ["has HTML for a body", { status: 200, html: "<html>\u0000junk</html>" }, /HTTP 200/]
  ]
  it.each(faults)("the configuration %s", async (_, fault, line) => {
    simulator.faults.next("retrieveConfiguration", fault)
    const { exitCode, stdout, stderr } = await runDemo(settings(), "--json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" })
    expect(stderr).toMatch(line)
    expect(stderr).not.toContain("junk")
    expect(stderr.trimEnd().split("\n")).toHaveLength(1)
  })

  it("refuses what is certain to fail before any network call", async () => {
    const certain = refused.filter(([name]) => /blanks|two parts|missing|no URL|loopback|both/.test(name))
    await Promise.all(certain.map(([, changes]) => runDemo(settings(changes))))
    expect(callCounts()).toEqual({ register: 0, token: 0, configuration: 0 })
  })
})

import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { builtinModules } from "node:module"
import { text } from "node:stream/consumers"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { useBundle } from "../support/built-bundle.ts"
import { makeDesk } from "../support/run.ts"
import { runProcess } from "../support/run-process.ts"

const built = useBundle()
const simulator = createSimulatorCore()
let server: Awaited<ReturnType<typeof startSimulatorServer>>

beforeAll(async () => {
  server = await startSimulatorServer({ simulator })
})
afterAll(() => server.close())

const variables = () => ({
  ADOBE_PASS_ORIGIN: server.origin,
  ADOBE_PASS_SOFTWARE_STATEMENT: exampleSoftwareStatement,
  ADOBE_PASS_SERVICE_PROVIDER: "REF30",
  ADOBE_PASS_STORE: `${built().folder}/store`,
  ADOBE_PASS_DEVICE: "ba23d141-d715-561c-94f4-e9e4c966b1eb"
})

describe("the bundle", () => {
  it("has at most 450 kB, and at most 500 kB with the management APIs", () => {
    const { code, metafile } = built()
    const management =
      /saxes|xmlchars|packages\/management|src\/management|\.\.\/management|commands\/(esm|temp-pass|proxied-mvpds)/
    const ofManagement = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([path]) => management.test(path))
      .reduce((bytes, [, { bytesInOutput }]) => bytes + bytesInOutput, 0)
    expect(ofManagement).toBeGreaterThan(0)
    expect(code.length - ofManagement).toBeLessThanOrEqual(450_000)
    expect(code.length).toBeLessThanOrEqual(500_000)
  })

  it("imports nothing but Node's own modules", () => {
    const imported = Object.values(built().metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
    const foreign = imported.filter((path) => !builtinModules.includes(path.replace(/^node:/, "")))
    expect(foreign).toEqual([])
  })

  it("is what the manifest publishes, without dependencies", async () => {
    const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"))
    expect(manifest.publishConfig.bin).toEqual({ "tve-pass": "./dist/main.mjs" })
    expect(manifest).not.toHaveProperty("dependencies")
    expect(manifest).not.toHaveProperty("peerDependencies")
  })

  // The bundle has a small part of effect/Schema in place of the whole.
  it.each([
    "",
    "--version",
    "config --timeout x",
    "config --timeout 1.5",
    "config --timeout 0",
    "config --json=maybe",
    "config --json=no",
    "config --json=1",
    "config -q",
    "config x y",
    "typo",
    "sign-in --every 2",
    "sign-in --help",
    "inspect",
    "inspect --help",
    "decisions",
    "mvpds --search",
    "completions basj",
    "completions zsh",
    "complete -- sign-in --no",
    "explain authenticated_profile_expired --json",
    "inspect error invalid_client"
  ])("does what the sources do: tve-pass %s", async (line) => {
    const { run, directory, store } = await makeDesk()
    const args = line.split(" ").filter((word) => word !== "")
    const bundled = await runProcess(built().file, args, {
      directory,
      variables: { ...variables(), ADOBE_PASS_STORE: store }
    })
    expect(bundled).toEqual(await run(line, { variables: { ADOBE_PASS_ORIGIN: server.origin } }))
  })
})

describe("the bundle as a process", () => {
  it("registers over HTTP", async () => {
    const { exitCode, stdout, stderr } = await runProcess(built().file, ["register", "--json"], {
      variables: variables()
    })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(JSON.parse(stdout)).toMatchObject({ registered: true, scopes: ["api:client:v2"] })
  })

  it("runs the demo without a clone, a network or an account", async () => {
    const { exitCode, stdout, stderr } = await runProcess(built().file, ["demo", "--json"])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(JSON.parse(stdout).server).toBe("simulator")
  })

  it("ends with 130 on SIGINT while it waits for a sign-in, and leaves the code valid", async () => {
    let signalled = false
    const run = await runProcess(built().file, ["sign-in", "--mvpd", "Cablevision"], {
      variables: variables(),
      onOutput: ({ stderr }, child) => {
        if (!signalled && stderr.includes("Waiting for the sign-in")) {
          signalled = true
          child.kill("SIGINT")
        }
      }
    })
    expect(run.exitCode).toBe(130)
    const code = /Code {2}(\w+)/.exec(run.stderr)?.[1] ?? ""
    expect(run.stderr).toContain(`\`tve-pass sign-in resume ${code}\` continues to wait.`)
    simulator.mvpd.signIn(code)
    const resumed = await runProcess(built().file, ["sign-in", "resume", code, "--json"], { variables: variables() })
    expect({ exitCode: resumed.exitCode, last: resumed.stdout.trim().split("\n").at(-1) }).toEqual({
      exitCode: 0,
      last: expect.stringContaining('"kind":"signed-in"')
    })
  })

  it("ends with 0 when the reader of its output has gone", async () => {
    const child = spawn(process.execPath, [built().file, "--help"], { stdio: ["ignore", "pipe", "pipe"] })
    child.stdout.destroy()
    const [exitCode] = await once(child, "close")
    expect(exitCode).toBe(0)
  })

  it("completes words in bash", async () => {
    const script = [
      `tve-pass() { '${process.execPath}' '${built().file}' "$@"; }`,
      "source <(tve-pass completions bash)",
      "COMP_WORDS=(tve-pass sign-in --no-) COMP_CWORD=2",
      "_tve_pass",
      'echo "${COMPREPLY[@]}"'
    ].join("\n")
    const child = spawn("bash", ["-c", script], { stdio: ["ignore", "pipe", "inherit"] })
    expect((await text(child.stdout)).trim()).toBe("--no-input --no-wait --no-qr")
  })

  it("passes the media token to a command, which is the only one to see it", async () => {
    const { clientId } = JSON.parse(
      (await runProcess(built().file, ["register", "--json"], { variables: variables() })).stdout
    )
    simulator.grantProfile({ clientId, deviceIdentifier: variables().ADOBE_PASS_DEVICE, mvpd: "Cablevision" })
    const args = ["decisions", "--play", "REF30", "--exec", "wc -c"]
    const { exitCode, stdout } = await runProcess(built().file, args, { variables: variables() })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^RESOURCE {2}DECISION {2}WHY\nREF30 {5}permit {4}mvpd\n\s*[1-9]\d{2,}\n$/)
  })

  it("reads the statement from standard input", async () => {
    const { ADOBE_PASS_SOFTWARE_STATEMENT, ...others } = variables()
    const args = ["token", "--json", "--statement", "-"]
    const { exitCode } = await runProcess(built().file, args, {
      variables: others,
      stdin: ADOBE_PASS_SOFTWARE_STATEMENT
    })
    expect(exitCode).toBe(0)
  })
})

import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { exampleSoftwareStatement } from "../../src/index.ts"
import { run } from "../support/run-command.ts"
import { announcementOf, outcomeOf, spawnSimulator } from "./simulator-process.ts"

// Processes on a busy machine need more than the default.

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "tve-pass-simulator-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Starts a simulator, and sends calls of devices to it. */
const serve = async (...args: ReadonlyArray<string>) => {
  const { origin } = await announcementOf(spawnSimulator("--port", "0", "--json", ...args))
  const statusOf = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    (await fetch(`${origin}${path}`, { headers, redirect: "manual" })).status
  /** Statuses of calls in a row. */
  const burst = async (count: number, path: string, headers: Readonly<Record<string, string>> = {}) => {
    const statuses: Array<number> = []
    while (statuses.length < count) statuses.push(await statusOf(path, headers))
    return statuses
  }
  return { origin, burst }
}

const device = (name: string) => ({ "AP-Device-Identifier": `fingerprint ${btoa(name)}` })
const profiles = "/api/v2/REF30/profiles"

describe("the throttle", () => {
  it("leaves the phone and the login page alone when the television has used up its allowance", async () => {
    const { burst } = await serve()
    expect(await burst(30, profiles, device("television"))).toContain(429)
    expect(await burst(5, profiles, device("phone"))).not.toContain(429)
    expect(await burst(5, "/api/v2/authenticate/REF30/8ER640M")).not.toContain(429)
  })

  it("can be switched off", async () => {
    const { burst } = await serve("--no-throttle")
    expect(new Set(await burst(30, profiles, device("television")))).toEqual(new Set([401]))
  })

  it("counts by address in the scenario of a household", async () => {
    const { burst } = await serve("--scenario", "throttled-household")
    expect(await burst(30, profiles, device("television"))).toContain(429)
    expect(await burst(1, profiles, device("phone"))).toEqual([429])
  })
})

/** Registers without the header X-Device-Info. */
const register = async (...args: ReadonlyArray<string>) => {
  const { origin } = await serve(...args)
  const body = JSON.stringify({ software_statement: exampleSoftwareStatement })
  const headers = { "Content-Type": "application/json" }
  return (await fetch(`${origin}/o/client/register`, { method: "POST", headers, body })).status
}

it("refuses with --strict what the real server ignores", async () => {
  expect([await register(), await register("--strict")]).toEqual([201, 400])
})

describe("--readings", () => {
  it("changes what happens where the documentation is silent", async () => {
    const file = join(temporaryFolder(), "readings.json")
    writeFileSync(file, JSON.stringify({ unknownPathStatus: 410, unauthorizedBody: "html" }))
    const { burst } = await serve("--readings", file)
    expect(await burst(1, "/o/client/scopes")).toEqual([410])
  })

  it.each([
    ["{ not JSON", "it is not JSON."],
    ["[]", "readings are not a JSON object."],
    ['{"codecase":"insensitive"}', "there is no reading `codecase`. There are: unknownPathStatus, "],
    ['{"toString":"x"}', "there is no reading `toString`."],
    ['{"codeCase":"none"}', 'the reading `codeCase` is "none". Allowed: sensitive, insensitive.'],
    ['{"unknownPathStatus":200}', "the reading `unknownPathStatus` is 200. Allowed: an HTTP error status."]
  ])("says in one line what is wrong with %s, and exits with 1", async (content, reason) => {
    const file = join(temporaryFolder(), "readings.json")
    writeFileSync(file, content)
    const { exitCode, output, errors } = await run("--port", "0", "--readings", file)
    expect([exitCode, output]).toEqual([1, ""])
    expect(errors).toContain(`tve-pass-simulator: Failed to read the readings of ${file}: ${reason}`)
    expect(errors.trimEnd()).not.toContain("\n")
  })

  it("names a file that is not there", async () => {
    const { exitCode, errors } = await run("--port", "0", "--readings", "/no/such/file.json")
    expect([exitCode, errors]).toEqual([
      1,
      "tve-pass-simulator: Failed to read the readings of /no/such/file.json: there is no such file.\n"
    ])
  })
})

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))

describe("--journal", () => {
  it("appends each call as a line of JSON, redacted, to a file for its owner only", async () => {
    const file = join(temporaryFolder(), "journal.jsonl")
    const child = spawn(process.execPath, [main, "--port", "0", "--json", "--journal", file])
    onTestFinished(() => void child.kill("SIGKILL"))
    const { origin } = await announcementOf(child)
    await fetch(`${origin}/api/v2/REF30/profiles`, { headers: { Authorization: "Bearer canary-token" } })
    await fetch(`${origin}/o/client/scopes`)
    const lines = readFileSync(file, "utf8").trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { operation: "retrieveProfiles", status: 401 },
      { path: "/o/client/scopes", status: 404 }
    ])
    expect(lines.join()).not.toContain("canary-token")
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it("says in one line that the file cannot be opened, and exits with 1", async () => {
    const { exitCode, errors } = await run("--port", "0", "--journal", "/no/such/folder/journal.jsonl")
    expect([exitCode, errors]).toEqual([
      1,
      "tve-pass-simulator: Failed to open the journal /no/such/folder/journal.jsonl: ENOENT. Choose a file in a directory that this user may write to.\n"
    ])
  })
})

describe("the end", () => {
  it("comes with standard input where --exit-with-stdin asks for it", async () => {
    const child = spawnSimulator("--port", "0", "--json", "--exit-with-stdin")
    await announcementOf(child)
    const outcome = outcomeOf(child)
    child.stdin.end()
    expect(await outcome).toEqual({ output: "", errors: "", exitCode: 0 })
  })

  it("does not come with standard input otherwise", async () => {
    const child = spawnSimulator("--port", "0", "--json")
    const { origin } = await announcementOf(child)
    child.stdin.end()
    expect((await fetch(`${origin}/o/client/scopes`)).status).toBe(404)
  })

  it("is clean when the reader of the output goes away: tve-pass-simulator | head -1", async () => {
    const child = spawnSimulator("--port", "0")
    const [chunk] = await once(child.stdout, "data")
    const [, origin] = /at (http:\S+)\n/.exec(String(chunk)) ?? []
    let errors = ""
    child.stderr.on("data", (data) => (errors += String(data)))
    const exited = once(child, "exit")
    child.stdout.destroy()
    await fetch(`${origin}/o/client/scopes`).catch(() => undefined)
    await fetch(`${origin}/o/client/scopes`).catch(() => undefined)
    expect([await exited, errors]).toEqual([[0, null], ""])
  })

  it("comes with SIGTERM to npx, which leaves no process behind", async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "package.json"), "{}")
    mkdirSync(join(folder, "node_modules", ".bin"), { recursive: true })
    const bin = join(folder, "node_modules", ".bin", "tve-pass-simulator")
    writeFileSync(join(folder, "start.mjs"), `await import(${JSON.stringify(main)})\n`)
    writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${join(folder, "start.mjs")}" "$@"\n`, { mode: 0o755 })
    const npx = spawn("npx", ["--no", "--", "tve-pass-simulator", "--port", "0", "--json"], { cwd: folder })
    onTestFinished(() => void npx.kill("SIGKILL"))
    const { origin } = await announcementOf(npx)
    expect((await fetch(`${origin}/o/client/scopes`)).status).toBe(404)
    npx.kill("SIGTERM")
    await once(npx, "exit")
    await vi.waitFor(() => expect(fetch(origin)).rejects.toThrow("fetch failed"), { timeout: 20_000, interval: 100 })
  })
})

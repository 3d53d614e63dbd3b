import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { makeDesk } from "./support/run.ts"

const nowhere = {
  ADOBE_PASS_ORIGIN: undefined,
  ADOBE_PASS_SOFTWARE_STATEMENT: undefined,
  ADOBE_PASS_SERVICE_PROVIDER: undefined
}

describe("help and usage", () => {
  it("prints help on stdout, and lists every command", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("--help")
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(stdout).toMatch(
      /^Adobe Pass Authentication at the command line\n\nUsage\n {2}tve-pass <subcommand> \[flags\]\n/
    )
  })

  it("prints the version", async () => {
    const { run } = await makeDesk()
    expect(await run("--version")).toMatchObject({ exitCode: 0, stdout: "tve-pass 0.0.0\n", stderr: "" })
  })

  it.each([
    ["typo", 'Unknown subcommand "typo" for "tve-pass".', "tve-pass"],
    ["config --jsn", "Unrecognized flag: --jsn in command tve-pass config.", "tve-pass config"],
    ["explain", "Missing required argument: code.", "tve-pass explain"],
    [
      "config --timeout 0",
      'Invalid value for flag --timeout: "0". Expected a number above 0, not 0.',
      "tve-pass config"
    ]
  ])("answers `%s` on stderr alone, with exit code 2", async (line, message, command) => {
    const { run } = await makeDesk()
    expect(await run(line)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `✗ ${message}\n  See \`${command} --help\`.\n`
    })
  })

  it("answers a wrong command line as one JSON line with --json", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("config --jsn --json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: "usage",
        message: "Unrecognized flag: --jsn in command tve-pass config.",
        hint: "See `tve-pass config --help`."
      }
    })
  })

  it.each([40, 80])("breaks help at %i columns", async (columns) => {
    const { run } = await makeDesk()
    const { stdout } = await run("--help", { columns, variables: { NO_COLOR: "1" } })
    expect(stdout.split("\n").filter((line) => line.length > columns)).toEqual([])
  })

  it.each([
    [{ NO_COLOR: "1" }, false],
    [{ TERM: "dumb" }, false],
    [{}, true]
  ])("uses colors with %j in a terminal: %s", async (variables, colors) => {
    const { run } = await makeDesk()
    expect((await run("--help", { columns: 80, variables })).stdout.includes("\u001B[")).toBe(colors)
  })
})

describe("tve-pass config", () => {
  it("prefers a flag to a variable and that to the file, and shows no secret", async () => {
    const { run, directory, store } = await makeDesk()
    const file = join(directory, ".tve-pass.json")
    await writeFile(
      file,
      JSON.stringify({ serviceProvider: "FILE", domainName: "file.example", environment: "release-staging" })
    )
    const { exitCode, stdout } = await run("config --service-provider FLAG --json", {
      variables: { ADOBE_PASS_SERVICE_PROVIDER: "VARIABLE", ADOBE_PASS_DOMAIN_NAME: " " }
    })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      environment: null,
      origin: { value: "https://sp.auth.adobe.com", source: "ADOBE_PASS_ORIGIN" },
      serviceProvider: { value: "FLAG", source: "--service-provider" },
      softwareStatement: { value: "(set)", source: "ADOBE_PASS_SOFTWARE_STATEMENT" },
      softwareStatementFile: null,
      store: { value: store, source: "ADOBE_PASS_STORE" },
      device: { value: "ba23d141-d715-561c-94f4-e9e4c966b1eb", source: "ADOBE_PASS_DEVICE" },
      deviceInfo: null,
      domainName: { value: "file.example", source: file },
      redirectUrl: null
    })
  })

  it("resolves the paths of the file against its folder", async () => {
    const { run, directory } = await makeDesk()
    await writeFile(join(directory, ".tve-pass.json"), JSON.stringify({ store: "kept" }))
    const { stdout } = await run("config --as ada --json", { variables: { ...nowhere, ADOBE_PASS_STORE: undefined } })
    expect(JSON.parse(stdout).store.value).toBe(join(directory, "kept", "as", "ada"))
  })

  it.each([
    ["{", "is not a JSON object"],
    ['{"serviceprovider": "REF30"}', 'has the unknown key "serviceprovider"'],
    ['{"softwareStatement": "a.b.c"}', "holds the software statement, which is a secret"],
    ['{"store": 5}', "the value of store is not a string"],
    ['{"environment": "release-staging", "origin": "https://pass.example"}', "sets both environment and origin"]
  ])("refuses the file %s", async (content, problem) => {
    const { run, directory } = await makeDesk()
    await writeFile(join(directory, ".tve-pass.json"), content)
    const { exitCode, stdout, stderr } = await run("config")
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" })
    expect(stderr).toContain(problem)
  })

  it("refuses a name for --as that leaves the store", async () => {
    const { run } = await makeDesk()
    expect(await run("config --as ../elsewhere")).toMatchObject({ exitCode: 2, stdout: "" })
  })

  it("fails when a variable pair excludes each other", async () => {
    const { run } = await makeDesk()
    const { exitCode, stderr } = await run("config", { variables: { ADOBE_PASS_ENVIRONMENT: "release-staging" } })
    expect(exitCode).toBe(2)
    expect(stderr).toContain("ADOBE_PASS_ENVIRONMENT and ADOBE_PASS_ORIGIN are both set.")
  })

  it("refuses a .tve-pass.json that is a folder", async () => {
    const { run, directory } = await makeDesk()
    await mkdir(join(directory, ".tve-pass.json"))
    expect((await run("config")).exitCode).toBe(2)
  })
})

describe("what is missing", () => {
  it.each([
    ["token", { ...nowhere }, "Neither an environment nor an origin is set."],
    ["token", { ADOBE_PASS_SOFTWARE_STATEMENT: undefined }, "The software statement is not set."],
    ["session ABC", { ADOBE_PASS_SERVICE_PROVIDER: undefined }, "serviceProvider is not set."],
    [
      "token --environment nowhere",
      { ADOBE_PASS_ORIGIN: undefined },
      '--environment is "nowhere", which is no environment.'
    ],
    [
      "token --statement /nowhere/at/all",
      { ADOBE_PASS_SOFTWARE_STATEMENT: undefined },
      "which cannot be read (ENOENT)."
    ]
  ])("`%s` says so, with exit code 2", async (line, variables, message) => {
    const { run, simulator } = await makeDesk()
    const { exitCode, stdout, stderr } = await run(line, { variables })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" })
    expect(stderr).toContain(message)
    expect(simulator.journal.calls()).toEqual([])
  })
})

describe("tve-pass explain", () => {
  it("explains an enhanced error", async () => {
    const { run } = await makeDesk()
    expect(await run("explain authenticated_profile_expired")).toEqual({
      exitCode: 0,
      stdout:
        "authenticated_profile_expired\nREST API V2, HTTP status 403, action authentication\nAuthenticate the user again; offer the remembered MVPD.\n",
      stderr: ""
    })
  })

  it("explains a code of registration, as JSON", async () => {
    const { run } = await makeDesk()
    const { stdout } = await run("explain invalid_client --json")
    expect(JSON.parse(stdout)).toMatchObject({
      code: "invalid_client",
      api: "Dynamic Client Registration",
      httpStatus: 400
    })
  })

  it("suggests similar codes for an unknown one", async () => {
    const { run } = await makeDesk()
    expect(await run("explain profile_expired")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr:
        '✗ "profile_expired" is not a documented code of Adobe Pass. (unknown-code)\n  Similar: authenticated_profile_expired.\n'
    })
  })
})

describe("tve-pass headers", () => {
  it("draws the device's identifier once and keeps it, another one for --as", async () => {
    const { run } = await makeDesk()
    const variables = { ADOBE_PASS_DEVICE: undefined }
    const first = JSON.parse((await run("headers --json", { variables })).stdout)
    const second = JSON.parse((await run("headers --json", { variables })).stdout)
    const other = JSON.parse((await run("headers --json --as ada", { variables })).stdout)
    expect(second).toEqual(first)
    expect(other["AP-Device-Identifier"]).not.toBe(first["AP-Device-Identifier"])
  })

  it("takes identifier and description from the settings", async () => {
    const { run } = await makeDesk()
    const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    const { stdout } = await run("headers", {
      variables: {
        ADOBE_PASS_DEVICE: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
        ADOBE_PASS_DEVICE_INFO: JSON.stringify(info)
      }
    })
    expect(stdout).toBe(
      `AP-Device-Identifier: fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi\nX-Device-Info: ${btoa(JSON.stringify(info))}\n`
    )
  })

  it("names the keys that a device description lacks", async () => {
    const { run } = await makeDesk()
    const { exitCode, stderr } = await run("headers", { variables: { ADOBE_PASS_DEVICE_INFO: "{}" } })
    expect(exitCode).toBe(2)
    expect(stderr).toContain("lacks model, version, osName, osVersion, connectionType")
  })
})

describe("tve-pass completions", () => {
  it.each(["bash", "zsh", "fish", "powershell"])(
    "prints a script for %s that asks for the words at the cursor",
    async (shell) => {
      const { run } = await makeDesk()
      const { exitCode, stdout, stderr } = await run(`completions ${shell}`)
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
      expect(stdout).toContain("tve-pass complete --")
    }
  )
})

describe("tve-pass complete", () => {
  it("prints each word with its description, separated by a tab", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout } = await run("complete -- sign-in --no")
    expect(exitCode).toBe(0)
    expect(stdout).toContain("--no-wait\tcreate the code and return at once\n")
  })
})

import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { makeDesk } from "./support/run.ts"

const encoded = (value: unknown) => btoa(JSON.stringify(value))

describe("tve-pass inspect", () => {
  it("reads the statement of the settings, not verified", async () => {
    const { run } = await makeDesk()
    expect(await run("inspect statement")).toEqual({
      exitCode: 0,
      stdout:
        'form         JWT\nalg          RS256\nsoftware_id  4NRB1-0XZABZI9E6-5SM3R\nclient_name  Example Statement-based Client\notherClaims  ["client_uri"]\n',
      stderr: "Read, not verified: only the server can tell whether it accepts it.\n"
    })
  })

  it("reads a statement from standard input", async () => {
    const { run } = await makeDesk()
    const { stdout } = await run("inspect statement - --json", { stdin: exampleSoftwareStatement })
    expect(JSON.parse(stdout)).toMatchObject({ form: "JWT", software_id: "4NRB1-0XZABZI9E6-5SM3R", problems: [] })
  })

  it.each(["statement", "token", "media-token"])("takes no %s from the command line", async (what) => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run(`inspect ${what} sEcReT.sEcReT.sEcReT`)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" })
    expect(stderr).toBe("✗ It is a secret and is not read from the command line.\n  Pass it on standard input.\n")
  })

  it("tells an expired token that lacks the scope", async () => {
    const { run } = await makeDesk()
    const token = `${encoded({ alg: "RS256" })}.${encoded({ exp: 1_724_109_468, scopes: "api:client:v1" })}.sIgNaTuRe`
    const { stdout } = await run("inspect token --json", { stdin: token })
    expect(JSON.parse(stdout)).toEqual({
      form: "JWT",
      alg: "RS256",
      scopes: "api:client:v1",
      exp: "2024-08-19T23:17:48.000Z",
      otherClaims: [],
      problems: ["It expired at 2024-08-19T23:17:48.000Z.", "It lacks the scope api:client:v2."]
    })
  })

  it("shows of an opaque token nothing but its length", async () => {
    const { run } = await makeDesk()
    expect((await run("inspect token", { stdin: "2YotnFZFEjr1zCsicMWpAA\n" })).stdout).toBe(
      "form    opaque\nlength  22\n"
    )
  })

  it("names what a device description lacks", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout } = await run(`inspect device-info ${encoded({ model: "TV", osName: "Tizen" })}`)
    expect(exitCode).toBe(0)
    expect(stdout).toBe(
      [
        "model   TV",
        "osName  Tizen",
        "!       version is required and missing.",
        "!       osVersion is required and missing.",
        "!       connectionType is required and missing.",
        '!       osName "Tizen" is not a listed value: Adobe may count the device as unknown.\n'
      ].join("\n")
    )
  })

  it.each([
    ["device-id 'fingerprint bGl2aW5nLXJvb20='", { type: "fingerprint", identifier: "living-room", problems: [] }],
    [
      "device-id 'AP-Device-Identifier: fingerprint bGl2aW5nLXJvb20='",
      { type: "fingerprint", identifier: "living-room", problems: [] }
    ],
    [
      `temp-pass-identity ${encoded({ email: "ada@example.com" })}`,
      {
        email: "(plain, not shown)",
        problems: ["email is not hashed: Adobe asks for SHA-256 of personal data."]
      }
    ],
    [
      `partner-status ${encoded({ frameworkPermissionInfo: { accessStatus: "granted" } })}`,
      {
        accessStatus: "granted",
        problems: [
          "frameworkProviderInfo.id is required when access is granted.",
          "frameworkProviderInfo.expirationDate is required when access is granted."
        ]
      }
    ]
  ])("reads %s", async (line, expected) => {
    const { run } = await makeDesk()
    expect(JSON.parse((await run(`inspect ${line} --json`)).stdout)).toEqual(expected)
  })

  it("reads a media token without its signature and session", async () => {
    const { run } = await makeDesk()
    const xml =
      "<signatureInfo>sIgNaTuRe</signatureInfo><shortAuthorizationToken><sessionGUID>gUiD</sessionGUID><requestorID>REF30</requestorID><resourceID>news</resourceID></shortAuthorizationToken>"
    const { stdout } = await run("inspect media-token -", { stdin: btoa(xml) })
    expect(stdout).toBe("requestorID  REF30\nresourceID   news\n")
  })

  it.each(["device-info nonsense!", "device-id bGl2aW5nLXJvb20=", "partner-status e30x", "temp-pass-identity W10="])(
    "says that `%s` cannot be read, with exit code 1",
    async (line) => {
      const { run } = await makeDesk()
      const { exitCode, stdout, stderr } = await run(`inspect ${line} --json`)
      expect({ exitCode, stdout, code: JSON.parse(stderr).error.code }).toEqual({
        exitCode: 1,
        stdout: "",
        code: "unreadable"
      })
    }
  )

  it("explains a code, as `tve-pass explain` does", async () => {
    const { run } = await makeDesk()
    expect(await run("inspect error invalid_parameter_mvpd")).toEqual(await run("explain invalid_parameter_mvpd"))
  })
})

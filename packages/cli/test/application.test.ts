import { describe, expect, it } from "vitest"
import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { makeDesk, stable } from "./support/run.ts"

describe("tve-pass register", () => {
  it("registers once, then sends nothing", async () => {
    const desk = await makeDesk()
    const first = await desk.run("register")
    expect(first.exitCode).toBe(0)
    expect(stable(first.stdout, desk)).toMatch(/^client {2}\S+\nscopes {2}api:client:v2\nstored {2}DIR\/store\n$/)
    expect(first.stderr).toBe("Registered with https://sp.auth.adobe.com.\n")
    const calls = desk.simulator.journal.calls().length
    const second = await desk.run("register")
    expect(second.stdout).toBe(first.stdout)
    expect(stable(second.stderr, desk)).toBe(
      "Registered already on DATE TIME; nothing was sent. `--again` would sign every viewer of this device out.\n"
    )
    expect(desk.simulator.journal.calls()).toHaveLength(calls)
  })

  it("answers as JSON", async () => {
    const { run, store } = await makeDesk()
    const { stdout, stderr } = await run("register --json")
    expect(stderr).toBe("")
    expect(JSON.parse(stdout)).toEqual({
      registered: true,
      clientId: expect.any(String),
      issuedAt: expect.stringMatching(/^\d{4}-/),
      scopes: ["api:client:v2"],
      store
    })
  })

  it("does not register again without confirmation: exit code 7", async () => {
    const { run } = await makeDesk()
    const { stdout } = await run("register --json")
    const refused = await run("register --again --json")
    expect({ ...refused, stderr: JSON.parse(refused.stderr).error.code }).toEqual({
      exitCode: 7,
      stdout: "",
      stderr: "not-confirmed"
    })
    expect(JSON.parse((await run("register --json")).stdout).clientId).toBe(JSON.parse(stdout).clientId)
  })

  it.each([
    ["y", 0],
    ["", 7]
  ])("asks a person, who replies %j", async (reply, exitCode) => {
    const { run } = await makeDesk()
    await run("register")
    const asked = await run("register --again", { columns: 80, reply, variables: { NO_COLOR: "1" } })
    expect(asked.exitCode).toBe(exitCode)
    expect(asked.stderr).toContain("Register again? Every viewer of this device will have to sign in again. [y/N] ")
  })

  it("never asks with --no-input", async () => {
    const { run } = await makeDesk()
    await run("register")
    expect((await run("register --again --no-input", { columns: 80, reply: "y" })).exitCode).toBe(7)
  })

  it("registers again with --yes, with other credentials", async () => {
    const { run } = await makeDesk()
    const before = JSON.parse((await run("register --json")).stdout)
    const after = JSON.parse((await run("register --again --yes --json")).stdout)
    expect(after.registered).toBe(true)
    expect(after.clientId).not.toBe(before.clientId)
  })

  it("ends with 3 for a statement that the server refuses", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("register --json", {
      variables: { ADOBE_PASS_SOFTWARE_STATEMENT: "not.the.statement" }
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" })
    expect(JSON.parse(stderr).error).toMatchObject({ code: "statement-rejected", httpStatus: 400 })
  })

  it("reads the statement from standard input", async () => {
    const { run } = await makeDesk()
    const refused = await run("register --statement -", {
      stdin: "not.the.statement",
      variables: { ADOBE_PASS_SOFTWARE_STATEMENT: undefined }
    })
    expect(refused.exitCode).toBe(3)
  })
})

describe("tve-pass token", () => {
  it("shows how long the token is valid, and not the token", async () => {
    const desk = await makeDesk()
    const { exitCode, stdout, stderr } = await desk.run("token")
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(stable(stdout, desk)).toMatch(/^valid until {2}DATE TIME\nleft {9}(5 h 59 min|6 h) of 6 h\nid {11}UUID\n$/)
  })

  it("prints the token alone with --show", async () => {
    const { run } = await makeDesk()
    const { stdout } = await run("token --show", { reveals: true })
    const json = JSON.parse((await run("token --show --json", { reveals: true })).stdout)
    expect(stdout).toBe(`${json.accessToken}\n`)
    expect(JSON.parse((await run("token --json")).stdout)).not.toHaveProperty("accessToken")
  })

  it("requests another one with --refresh, and none otherwise", async () => {
    const { run } = await makeDesk()
    const id = async (line: string) => JSON.parse((await run(line)).stdout).id
    const first = await id("token --json")
    expect(await id("token --json")).toBe(first)
    expect(await id("token --json --refresh")).not.toBe(first)
  })

  it("writes requests without secrets to stderr with --verbose", async () => {
    const { run } = await makeDesk()
    const { stderr } = await run("token --verbose --json")
    expect(stderr).toMatch(/^POST \/o\/client\/register 201 \d+ ms\nPOST \/o\/client\/token 2\d\d \d+ ms\n$/)
  })

  it("ends with 1 when no response arrives in time", async () => {
    const simulator = createSimulatorCore()
    const { run } = await makeDesk(simulator)
    simulator.faults.next("registerClient", { hang: true })
    const { exitCode, stderr } = await run("token --timeout 1 --json")
    expect({ exitCode, code: JSON.parse(stderr).error.code }).toEqual({ exitCode: 1, code: "timeout" })
  })
})

describe("tve-pass session", () => {
  it("ends with 4 for a code that was never issued, and says what helps", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("session NEVER12")
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" })
    expect(stderr).toContain("invalid_authentication_session")
    expect(stderr).toContain("`tve-pass sign-in` creates another code.")
  })
})

describe("tve-pass demo", () => {
  it("runs against the simulator inside", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout } = await run("demo --json", {
      variables: { ADOBE_PASS_ORIGIN: undefined, ADOBE_PASS_SOFTWARE_STATEMENT: undefined }
    })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).server).toBe("simulator")
  })
})

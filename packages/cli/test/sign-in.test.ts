import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { makeDesk, signedIn, stable, type Run } from "./support/run.ts"

const lines = ({ stdout }: Run): ReadonlyArray<Record<string, unknown>> =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))

const plain = { NO_COLOR: "1" }

describe("tve-pass sign-in", () => {
  it("writes the code, each poll and the result as JSON lines", async () => {
    const desk = await makeDesk()
    const { mvpd } = desk.simulator
    let polls = 0
    const run = await desk.run("sign-in --json --mvpd Cablevision --every 3", {
      onPoll: (code) => {
        polls += 1
        if (polls === 2) mvpd.signIn(code)
      }
    })
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: "" })
    const [code, poll, result, ...others] = lines(run)
    expect(others).toEqual([])
    expect(code).toEqual({
      type: "code",
      code: expect.stringMatching(/^\w{7}$/),
      url: `https://sp.auth.adobe.com/api/v2/authenticate/REF30/${String(code?.["code"])}`,
      notAfter: expect.any(Number)
    })
    expect(poll).toEqual({ type: "poll", count: 1, secondsLeft: expect.any(Number) })
    expect(result).toEqual({
      type: "result",
      kind: "signed-in",
      mvpd: "Cablevision",
      profileType: "regular",
      notAfter: expect.any(Number)
    })
  })

  it("shows a person the address, the code, and how it ended", async () => {
    const desk = await makeDesk()
    const { exitCode, stdout, stderr } = await desk.run("sign-in --mvpd Cablevision", {
      onPoll: (code) => desk.simulator.mvpd.signIn(code)
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" })
    expect(
      stable(stderr, desk)
        .replace(/\d\d:\d\d/, "TIME")
        .replace(/[A-Z\d]{7}/g, "CODE")
    ).toBe(
      [
        "On a phone or computer, scan this or open",
        "  https://sp.auth.adobe.com/api/v2/authenticate/REF30/CODE",
        "Code  CODE  valid for 30 min",
        "Waiting for the sign-in; asking every 5 s until TIME …",
        "✓ Signed in with Cablevision (regular), until DATE TIME.\n"
      ].join("\n")
    )
  })

  it("answers with the result line alone when the viewer is signed in already", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    for (const line of ["sign-in --json", "sign-in --json --mvpd Cablevision"]) {
      const run = await desk.run(line)
      expect(run.exitCode).toBe(0)
      expect(lines(run)).toEqual([
        {
          type: "result",
          kind: "signed-in",
          mvpd: "Cablevision",
          profileType: "regular",
          notAfter: expect.any(Number)
        }
      ])
    }
  })

  it("says what the second screen has to supply where no MVPD is given", async () => {
    const desk = await makeDesk()
    const run = await desk.run("sign-in --no-wait", { columns: 200 })
    expect(run.stderr).toContain("Enter the code on your activation page, which has to supply: mvpd.")
  })

  it("returns at once with --no-wait, and sign-in resume goes on waiting", async () => {
    const desk = await makeDesk()
    const created = await desk.run("sign-in --no-wait --json --mvpd Cablevision")
    const [code, result] = lines(created)
    expect(created.exitCode).toBe(0)
    expect(result).toEqual({
      type: "result",
      kind: "action-required",
      code: code?.["code"],
      url: code?.["url"],
      notAfter: code?.["notAfter"],
      // oxlint-disable-next-line unicorn/no-thenable -- a string, so that no promise takes it for a thenable
      then: `tve-pass sign-in resume ${String(code?.["code"])}`
    })
    desk.simulator.mvpd.signIn(String(code?.["code"]))
    const resumed = await desk.run(`sign-in resume ${String(code?.["code"])} --json`)
    expect({ exitCode: resumed.exitCode, stderr: resumed.stderr }).toEqual({ exitCode: 0, stderr: "" })
    expect(lines(resumed)).toEqual([
      { type: "code", code: code?.["code"], url: code?.["url"], notAfter: expect.any(Number) },
      expect.objectContaining({ type: "result", kind: "signed-in", mvpd: "Cablevision" })
    ])
  })

  it("ends with 4 for a code that this device did not create", async () => {
    const { run } = await makeDesk()
    const resumed = await run("sign-in resume NEVER12 --json")
    expect(resumed.exitCode).toBe(4)
    expect(lines(resumed).at(-1)).toEqual({ type: "result", kind: "code-ended", why: "unknown" })
    expect((await run("sign-in resume NEVER12")).stderr).toContain("`tve-pass sign-in` creates another code.")
  })

  it("ends with 4 when the code ends", async () => {
    const desk = await makeDesk()
    const run = await desk.run("sign-in --json --mvpd Cablevision", {
      onPoll: (code) => desk.simulator.expireSession(code)
    })
    expect(run.exitCode).toBe(4)
    expect(lines(run).at(-1)).toMatchObject({ type: "result", kind: "code-ended", why: "refused" })
  })

  it("says what stays valid when it is interrupted while waiting: 130", async () => {
    const desk = await makeDesk()
    const run = await desk.run("sign-in --mvpd Cablevision", { interruptAt: "Waiting for the sign-in" })
    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({ exitCode: 130, stdout: "" })
    const code = /Code {2}(\w+)/.exec(run.stderr)?.[1] ?? ""
    expect(run.stderr).toMatch(
      new RegExp(
        `Stopped\\. The code ${code} stays valid until \\d\\d:\\d\\d; \`tve-pass sign-in resume ${code}\` continues to wait\\.\n$`
      )
    )
    desk.simulator.mvpd.signIn(code)
    expect((await desk.run(`sign-in resume ${code} --json`)).exitCode).toBe(0)
  })

  it("writes the result cancelled when it is interrupted with --json", async () => {
    const { run } = await makeDesk()
    const interrupted = await run("sign-in --json --mvpd Cablevision", { interruptAt: '"poll"' })
    expect(interrupted).toMatchObject({ exitCode: 130, stderr: "" })
    expect(lines(interrupted).at(-1)).toMatchObject({ type: "result", kind: "cancelled", code: expect.any(String) })
  })

  it.each([1, 2, 3, 4])("ends with 130 when interrupted at request %i, in each step", async (request) => {
    const { run } = await makeDesk()
    const interrupted = await run("sign-in --json --mvpd Cablevision", { interruptAtRequest: request })
    expect(interrupted).toMatchObject({ exitCode: 130, stderr: "" })
    expect(lines(interrupted).at(-1)).toMatchObject({ type: "result", kind: "cancelled" })
  })

  it("ends with 3 for an MVPD that the channel does not have, and says where they are listed", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("sign-in --mvpd Nope --json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" })
    expect(JSON.parse(stderr).error).toMatchObject({
      code: "invalid_parameter_mvpd",
      action: "none",
      trace: expect.any(String),
      hint: "`tve-pass mvpds` lists them."
    })
  })

  it("carries an action that this version does not know: unsupported", async () => {
    const desk = await makeDesk()
    desk.simulator.faults.next("createAuthenticationSession", { unknownValue: "actionName" })
    const run = await desk.run("sign-in --json --mvpd Cablevision")
    expect(run.exitCode).toBe(1)
    expect(lines(run)).toEqual([
      { type: "result", kind: "unsupported", member: "actionName", value: expect.any(String) }
    ])
  })

  it("goes on after a network failure and a failing server", async () => {
    const desk = await makeDesk()
    desk.simulator.faults.next("retrieveProfileForCode", { reset: true })
    let polls = 0
    const run = await desk.run("sign-in --json --mvpd Cablevision --every 3", {
      onPoll: (code) => {
        polls += 1
        if (polls === 2) desk.simulator.mvpd.signIn(code)
      }
    })
    expect(run.exitCode).toBe(0)
    expect(lines(run).map(({ type }) => type)).toEqual(["code", "poll", "result"])
  })

  it("takes domain and redirect URL from the configuration, unless they are set", async () => {
    const desk = await makeDesk()
    await desk.run("sign-in --no-wait --mvpd Cablevision")
    await desk.run("sign-in --no-wait --mvpd Cablevision --domain-name adobe.com --redirect-url https://adobe.com/done")
    const sessions = desk.simulator.journal.calls().filter(({ path }) => path.endsWith("/sessions"))
    expect(sessions.map(({ body }) => body)).toEqual([
      expect.objectContaining({ domainName: "adobe.com", redirectUrl: "https://adobe.com/" }),
      expect.objectContaining({ domainName: "adobe.com", redirectUrl: "https://adobe.com/done" })
    ])
    expect(desk.simulator.journal.calls().filter(({ path }) => path.includes("configuration"))).toHaveLength(1)
  })

  it("opens a browser only with --open", async () => {
    const desk = await makeDesk()
    await desk.run("sign-in --no-wait --mvpd Cablevision")
    expect(desk.opened).toEqual([])
    await desk.run("sign-in --no-wait --mvpd Cablevision --open")
    expect(desk.opened).toEqual([expect.stringMatching(/^https:\/\/sp\.auth\.adobe\.com\/api\/v2\/authenticate\//)])
  })

  it.each([
    [80, 24, true],
    [80, 20, false],
    [30, 40, false]
  ])("shows a QR code that fits %i × %i: %s", async (columns, rows, fits) => {
    const { run } = await makeDesk()
    const { stderr } = await run("sign-in --no-wait --mvpd Cablevision", { columns, rows, variables: plain })
    expect(/[█▀▄]{5}/.test(stderr)).toBe(fits)
    expect((await run("sign-in --no-wait --no-qr --mvpd Cablevision", { columns, rows })).stderr).not.toMatch(
      /[█▀▄]{5}/
    )
  })

  it.each([
    "sign-in --every 2",
    "sign-in resume",
    "sign-in --redirect-url nonsense",
    "sign-in --domain-name https://x"
  ])("refuses `%s` with exit code 2", async (line) => {
    const { run } = await makeDesk(createSimulatorCore())
    expect(await run(line)).toMatchObject({ exitCode: 2, stdout: "" })
  })
})

import { describe, expect, it } from "vitest"
import { makeDesk, signedIn, stable } from "./support/run.ts"

describe("tve-pass decisions", () => {
  it("keeps the order of the request, five resources a call", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    desk.simulator.mvpd.rule("Cablevision", { resource: "c", decision: "preauthorization_denied_by_mvpd" })
    const { exitCode, stdout } = await desk.run("decisions a b c d e f --json")
    expect(exitCode).toBe(0)
    const rows = JSON.parse(stdout)
    expect(rows.map(({ resource }: { readonly resource: string }) => resource).join("")).toBe("abcdef")
    expect(rows[0]).toEqual({ resource: "a", decision: "permit", source: "mvpd" })
    expect(rows[2]).toEqual({
      resource: "c",
      decision: "deny",
      source: expect.any(String),
      code: "preauthorization_denied_by_mvpd",
      text: expect.any(String),
      trace: expect.any(String)
    })
    const calls = desk.simulator.journal.calls().filter(({ path }) => path.includes("/preauthorize/"))
    expect(calls).toHaveLength(2)
  })

  it("shows a table with the reason", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    desk.simulator.mvpd.rule("Cablevision", {
      resource: "premium",
      decision: "preauthorization_denied_by_mvpd",
      details: "Your package does not include premium."
    })
    const { stdout, stderr } = await desk.run("decisions REF30 premium")
    expect(stable(stdout, desk)).toBe(
      "RESOURCE  DECISION  WHY\nREF30     permit    mvpd\npremium   deny      Your package does not include premium. (preauthorization_denied_by_mvpd, trace UUID)\n"
    )
    expect(stderr).toBe("For the catalogue only: --play asks for a playback.\n")
  })

  it("ends with 5 when nothing is permitted, with the decisions on stdout", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    desk.simulator.mvpd.rule("Cablevision", { resource: "REF30", decision: "authorization_denied_by_mvpd" })
    const { exitCode, stdout, stderr } = await desk.run("decisions --play REF30 --json")
    expect({ exitCode, stderr }).toEqual({ exitCode: 5, stderr: "" })
    expect(JSON.parse(stdout)).toMatchObject([{ resource: "REF30", decision: "deny" }])
  })

  it("calls what an MVPD did not decide undecided", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    desk.simulator.mvpd.rule("Cablevision", { resource: "REF30", decision: "internal_server_error" })
    const { exitCode, stdout } = await desk.run("decisions REF30 --json")
    expect({ exitCode, rows: JSON.parse(stdout) }).toMatchObject({
      exitCode: 5,
      rows: [{ resource: "REF30", decision: "undecided", code: "internal_server_error" }]
    })
  })

  it.each([
    ["decisions REF30", "retrievePreauthorizationDecisions"],
    ["decisions --play REF30", "retrieveAuthorizationDecisions"]
  ] as const)("repeats `%s` while Adobe Pass says that a retry helps", async (line, operation) => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    desk.simulator.faults.next(operation, { enhancedError: "network_connection_timeout" })
    const { exitCode, stdout } = await desk.run(`${line} --json`)
    expect({ exitCode, rows: JSON.parse(stdout) }).toEqual({
      exitCode: 0,
      rows: [{ resource: "REF30", decision: "permit", source: "mvpd" }]
    })
    expect(desk.simulator.journal.calls(operation)).toHaveLength(2)
  })

  it("ends with 4 when the profile has ended, without rows", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    desk.simulator.faults.next("retrieveAuthorizationDecisions", { enhancedError: "authenticated_profile_expired" })
    const { exitCode, stdout, stderr } = await desk.run("decisions --play REF30 --json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" })
    expect(JSON.parse(stderr).error).toMatchObject({ code: "authenticated_profile_expired" })
  })

  it("never prints the media token of a playback", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    const { stdout, stderr } = await desk.run("decisions --play REF30 other --json")
    expect(JSON.parse(stdout)).toEqual([
      { resource: "REF30", decision: "permit", source: "mvpd" },
      { resource: "other", decision: "permit", source: "mvpd" }
    ])
    expect(stderr).toBe("")
    expect((await desk.run("decisions --play REF30")).stderr).toBe(
      "No media token was kept; --exec passes one to a command.\n"
    )
  })

  it("passes the media token to a command on standard input, once", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    expect((await desk.run("decisions --play REF30 --exec 'verify it'")).exitCode).toBe(0)
    expect(desk.executed).toEqual([{ command: "verify it", input: expect.stringMatching(/^PHNpZ25hdHVyZUluZm8/) }])
    const failed = await desk.run("decisions --play REF30 --exec false --json")
    expect({ exitCode: failed.exitCode, code: JSON.parse(failed.stderr).error.code }).toEqual({
      exitCode: 1,
      code: "exec-failed"
    })
  })

  it.each(["decisions REF30 --exec cat", "decisions --play a b --exec cat", "decisions"])(
    "refuses `%s` with exit code 2, and sends nothing",
    async (line) => {
      const desk = await makeDesk()
      expect(await desk.run(line)).toMatchObject({ exitCode: 2, stdout: "" })
      expect(desk.simulator.journal.calls()).toEqual([])
    }
  )

  it("ends with 4 when no viewer is signed in", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("decisions REF30 --json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" })
    expect(JSON.parse(stderr).error).toMatchObject({
      code: "authenticated_profile_missing",
      action: "authentication"
    })
  })

  it("decides for the MVPD of --mvpd, such as a TempPass", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    const { stdout } = await desk.run("decisions --mvpd TempPass_TEST40 REF30 --play --json")
    expect(JSON.parse(stdout)).toMatchObject([{ resource: "REF30", decision: "permit", source: "temppass" }])
  })
})

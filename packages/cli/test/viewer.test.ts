import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { makeDesk, signedIn, stable } from "./support/run.ts"

describe("tve-pass mvpds", () => {
  it("lists the picker as a table", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("mvpds --search opti")
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^ID {11}NAME {5}LOGO\nCablevision {2}Optimum {2}https:\/\/\S+\n$/)
    expect(stderr).toBe("1 of 7; 2 TempPass hidden (--all).\n")
  })

  it("lists id, displayName and logoUrl as JSON, TempPass with --all", async () => {
    const { run } = await makeDesk()
    const list = async (line: string) => JSON.parse((await run(line)).stdout)
    const shown = await list("mvpds --json")
    expect(shown[0]).toMatchObject({
      id: "Cablevision",
      displayName: "Optimum",
      logoUrl: expect.stringMatching(/^https:/)
    })
    expect(shown.map(({ id }: { readonly id: string }) => id)).not.toContain("TempPass_TEST40")
    expect((await list("mvpds --json --all")).length).toBe(shown.length + 2)
  })

  it("finds none: an empty list", async () => {
    const { run } = await makeDesk()
    expect(await run("mvpds --search nowhere --json")).toEqual({ exitCode: 0, stdout: "[]\n", stderr: "" })
  })

  it("cuts the table to the terminal, and not for a pipe", async () => {
    const { run } = await makeDesk()
    const { stdout } = await run("mvpds", { columns: 40 })
    expect(stdout.split("\n").filter((line) => [...line].length > 40)).toEqual([])
    expect(stdout).toContain("…")
    expect((await run("mvpds")).stdout).not.toContain("…")
  })

  it("ends with 3 for a service provider that the server does not know", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout, stderr } = await run("mvpds --service-provider NOWHERE --json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" })
    expect(JSON.parse(stderr).error).toMatchObject({
      code: "invalid_parameter_service_provider",
      action: "none",
      httpStatus: 400,
      trace: expect.any(String),
      hint: "Set --service-provider to a channel that the software statement covers."
    })
  })

  it("ends with 1 and the code network when the server cannot be reached", async () => {
    const desk = await makeDesk()
    await desk.run("register")
    desk.simulator.faults.next("retrieveConfiguration", { reset: true })
    const { exitCode, stdout, stderr } = await desk.run("mvpds --json")
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" })
    expect(JSON.parse(stderr).error.message).toMatch(/no response arrived/i)
  })

  it("ends with 1 for a server that fails", async () => {
    const desk = await makeDesk()
    desk.simulator.faults.next("retrieveConfiguration", { status: 503 })
    const { exitCode, stderr } = await desk.run("mvpds --json")
    expect(exitCode).toBe(1)
    expect(JSON.parse(stderr).error).toMatchObject({ code: "http-error", httpStatus: 503 })
  })

  it("ends with 6 when Adobe Pass throttles longer than --timeout allows", async () => {
    const desk = await makeDesk()
    await desk.run("register")
    desk.simulator.faults.next("retrieveConfiguration", { status: 429 }, { times: 20 })
    const { exitCode, stdout, stderr } = await desk.run("mvpds --json --timeout 1")
    expect({ exitCode, stdout, code: JSON.parse(stderr).error.code }).toEqual({
      exitCode: 6,
      stdout: "",
      code: "throttled"
    })
  })
})

describe("tve-pass profiles", () => {
  it("says that no viewer is signed in", async () => {
    const { run } = await makeDesk()
    expect(await run("profiles")).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "No viewer is signed in on this device. `tve-pass sign-in` signs a viewer in.\n"
    })
    expect(await run("profiles --json")).toEqual({ exitCode: 0, stdout: "[]\n", stderr: "" })
  })

  it("shows the MVPD, how, until when, and which metadata there is", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision", "Spectrum")
    const { stdout, stderr } = await desk.run("profiles")
    expect(stderr).toBe("")
    expect(stable(stdout, desk).split("\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^MVPD +TYPE +ISSUER +UNTIL +METADATA$/),
      expect.stringMatching(/^Cablevision +regular +Cablevision +DATE TIME +\w+/)
    ])
  })

  it("answers as JSON without the values of metadata, unless asked for them", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    const [profile] = JSON.parse((await desk.run("profiles --json")).stdout)
    expect(profile).toMatchObject({
      mvpd: "Cablevision",
      type: "regular",
      issuer: "Cablevision",
      notAfter: expect.any(Number)
    })
    expect(JSON.stringify(profile.attributes)).not.toContain('"value"')
    const [full] = JSON.parse((await desk.run("profiles --json --show-metadata")).stdout)
    expect(Object.keys(full.attributes)).toEqual(Object.keys(profile.attributes))
    expect(JSON.stringify(full.attributes)).toContain('"value"')
  })

  it("reads one MVPD, or a code; not both", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision", "Spectrum")
    expect(JSON.parse((await desk.run("profiles --mvpd Spectrum --json")).stdout)).toHaveLength(1)
    expect((await desk.run("profiles --mvpd Spectrum --code ABC")).exitCode).toBe(2)
  })
})

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

describe("tve-pass logout", () => {
  it("says what is left to do for each MVPD", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision", "Dish")
    const { exitCode, stdout } = await desk.run("logout --json")
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual([
      { mvpd: "Cablevision", action: "open", url: expect.stringMatching(/^https:/) },
      { mvpd: "Dish", action: "none" }
    ])
    expect((await desk.run("profiles --json")).stdout).toBe("[]\n")
  })

  it("prints the whole address, and tells a person what to do", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    const { stdout, stderr } = await desk.run("logout", { columns: 40, variables: { NO_COLOR: "1" } })
    expect(stdout).toMatch(/^Cablevision {2}open {2}https:\/\/\S+\n$/)
    expect(stderr.replaceAll("\n", " ")).toBe(
      "The profiles at Adobe Pass are deleted. Open the address in a browser to end the session of the MVPD too. "
    )
  })

  it("finds no viewer signed in: an empty list", async () => {
    const { run } = await makeDesk()
    expect(await run("logout --json")).toEqual({ exitCode: 0, stdout: "[]\n", stderr: "" })
    expect((await run("logout")).stderr).toBe("No viewer is signed in on this device.\n")
  })

  it("takes the address where the logout ends from --domain-name and --redirect-url", async () => {
    const desk = await makeDesk()
    await signedIn(desk, "Cablevision")
    await desk.run("logout --domain-name adobe.com --redirect-url https://adobe.com/signed-out")
    const [call] = desk.simulator.journal.calls().filter(({ path }) => path.includes("/logout/"))
    expect(JSON.stringify(call)).toContain("signed-out")
    expect(desk.simulator.journal.calls().filter(({ path }) => path.includes("configuration"))).toEqual([])
  })
})

describe("when interrupted", () => {
  it.each(["mvpds", "profiles", "decisions REF30", "logout", "token"])("`%s` ends with 130", async (line) => {
    const simulator = createSimulatorCore()
    const { run } = await makeDesk(simulator)
    simulator.faults.next("registerClient", { hang: true })
    expect(await run(`${line} --json`, { interruptAtRequest: 1 })).toEqual({ exitCode: 130, stdout: "", stderr: "" })
  })
})

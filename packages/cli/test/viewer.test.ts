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

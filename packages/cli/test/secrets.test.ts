import { createSimulatorCore, exampleSoftwareStatement, type Fault } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { makeDesk, signedIn, type Run } from "./support/run.ts"

// Every run of a desk asserts that no secret that went over the wire, and no part of the statement, is in its output.

const commands = [
  "doctor",
  "register",
  "token",
  "mvpds",
  "sign-in --mvpd Dish --no-wait",
  "profiles",
  "decisions REF30",
  "decisions --play REF30",
  "session NEVER12",
  "logout"
]

const faults: ReadonlyArray<readonly [string, Fault]> = [
  ["a failing server", { status: 503 }],
  ["a page instead of JSON", { status: 200, html: true }],
  ["a body that ends early", { truncate: true }],
  ["a refusal", { status: 400 }]
]

/** With --json there is data on stdout and nothing on stderr, or one line on stderr and nothing on stdout. */
const isDataOrErrorLine = ({ stdout, stderr }: Run): boolean =>
  stderr === "" ? stdout !== "" : /^\{"error":\{"code":"[^\n]*\}\}\n$/.test(stderr) && stdout === ""

describe("no secret is printed", () => {
  it.each(commands)("by `tve-pass %s`, in text and JSON, with --verbose", async (command) => {
    const desk = await makeDesk(createSimulatorCore({ throttle: false }))
    await signedIn(desk, "Cablevision")
    for (const line of [command, `${command} --json`, `${command} --verbose`]) {
      expect((await desk.run(line, { columns: 120 })).exitCode).toBeLessThan(5)
    }
  })

  it.each(faults.flatMap(([name, fault]) => commands.map((command) => [command, name, fault] as const)))(
    "by `tve-pass %s` at %s",
    async (command, _name, fault) => {
      const simulator = createSimulatorCore({ throttle: false })
      const desk = await makeDesk(simulator)
      await signedIn(desk, "Cablevision")
      simulator.faults.next("*", fault, { times: 50 })
      expect([0, 1, 2, 3, 4, 5, 8]).toContain((await desk.run(`${command} --verbose`)).exitCode)
      expect(isDataOrErrorLine(await desk.run(`${command} --json`))).toBe(true)
    }
  )

  it.each([
    `token ${exampleSoftwareStatement}`,
    `token --software-statement=${exampleSoftwareStatement}`,
    `token --software-statement ${exampleSoftwareStatement}`,
    `register --timeout ${exampleSoftwareStatement}`
  ])("of a statement in the wrong place: %#", async (line) => {
    const { run } = await makeDesk()
    for (const each of [line, `${line} --json`]) expect((await run(each)).exitCode).toBe(2)
  })

  it.each(["token", "register"])("by `tve-pass %s` of a statement that the server refuses", async (command) => {
    const { run } = await makeDesk()
    const { exitCode, stderr } = await run(command, {
      variables: { ADOBE_PASS_SOFTWARE_STATEMENT: "cAnArYhEaDeR.cAnArYpAyLoAd.cAnArYsIgNaTuRe" }
    })
    expect(exitCode).toBe(3)
    expect(stderr).not.toMatch(/cAnArY/)
  })
})

import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { useBundle } from "../support/built-bundle.ts"
import { hasTmux, openTerminal } from "../support/terminal.ts"

const built = useBundle()
const simulator = createSimulatorCore()
let server: Awaited<ReturnType<typeof startSimulatorServer>>

beforeAll(async () => {
  server = await startSimulatorServer({ simulator })
})
afterAll(() => server.close())

const open = (columns: number, rows: number, line: string, variables: Readonly<Record<string, string>> = {}) =>
  openTerminal({
    columns,
    rows,
    file: built().file,
    args: line.split(" "),
    variables: {
      ADOBE_PASS_ORIGIN: server.origin,
      ADOBE_PASS_SOFTWARE_STATEMENT: exampleSoftwareStatement,
      ADOBE_PASS_SERVICE_PROVIDER: "REF30",
      ADOBE_PASS_STORE: `${built().folder}/${columns}`,
      ADOBE_PASS_DEVICE: `device-${columns}`,
      ...variables
    }
  })

const isInCi = process.env["CI"] !== undefined && process.env["CI"] !== ""

it.skipIf(hasTmux)("needs tmux, which is never missing in CI", () => {
  expect(isInCi).toBe(false)
})

describe.skipIf(!hasTmux)("in a terminal of 80 × 24", () => {
  it("shows a QR code, the code and a line that counts down, and replaces it with the result", async () => {
    const terminal = open(80, 24, "sign-in --mvpd Cablevision --every 3")
    const waiting = await terminal.shows(/Waiting … (30:00|29:\d\d) left, asked 1 time$/m)
    expect(waiting).toMatch(/^On a phone or computer, scan this or open\n {2}http:\/\/127\.0\.0\.1/)
    expect(waiting.match(/^[█▀▄ ]{30,}$/gm)?.length).toBeGreaterThan(15)
    const code = /Code {2}(\w+) {2}valid for 30 min/.exec(waiting)?.[1] ?? ""
    simulator.mvpd.signIn(code)
    const done = await terminal.shows(/✓ Signed in with Cablevision \(regular\), until [\d-]+ [\d:]+\.\n\[exit 0\]/)
    expect(done).not.toContain("Waiting")
  })

  it("counts down every second, without a request", async () => {
    const terminal = open(80, 24, "sign-in --mvpd Spectrum --every 60")
    const first = /29:\d\d left, asked 1 time/.exec(await terminal.shows(/29:\d\d left, asked 1 time/))?.[0] ?? ""
    await expect.poll(() => terminal.screen().join("\n"), { timeout: 30_000 }).not.toContain(first)
    expect(await terminal.shows(/29:\d\d left, asked 1 time/)).not.toContain("asked 2 times")
    terminal.type("C-c")
    await terminal.shows(
      /Stopped\. The code \w+ stays valid until \d\d:\d\d; `tve-pass sign-in resume\n\w+` continues to wait\.\n\[exit 130\]/
    )
  })

  it("aligns a table to the width and cuts the last column", async () => {
    const terminal = open(80, 24, "mvpds")
    const screen = await terminal.shows(/\[exit 0\]/)
    expect(screen).toMatch(/^ID {15}NAME {14}LOGO\n/)
    expect(screen).toContain("…")
  })

  it("asks before it registers again, and takes no for an answer", async () => {
    await open(80, 24, "register").shows(/\[exit 0\]/)
    const terminal = open(80, 24, "register --again")
    await terminal.shows(/Register again\? Every viewer of this device will have to sign in again\. \[y\/N\]/)
    terminal.type("n")
    terminal.type("Enter")
    expect(await terminal.shows(/\[exit \d\]/)).toMatch(
      /✗ Nothing was changed\. \(not-confirmed\)\n {2}Confirm it with --yes\.\n\[exit 7\]/
    )
  })

  it("stops a question with Ctrl-C: 130", async () => {
    await open(80, 24, "register").shows(/\[exit 0\]/)
    const terminal = open(80, 24, "register --again")
    await terminal.shows(/\[y\/N\]/)
    terminal.type("C-c")
    expect(await terminal.shows(/\[exit \d+\]/)).toContain("[exit 130]")
  })
})

describe.skipIf(!hasTmux)("in a terminal of 40 columns", () => {
  it.each(["--help", "sign-in --help", "doctor", "config", "explain authenticated_profile_expired"])(
    "breaks `tve-pass %s` between words",
    async (line) => {
      const screen = await open(40, 120, line).shows(/\[exit \d\]/)
      // A line that fills the terminal to the last column was broken by the terminal, inside a word.
      const prose = screen.split("\n").filter((text) => [...text].length === 40 && / /.test(text.trim()))
      expect(prose.filter((text) => /[a-z]$/.test(text) && !/\s\S+$/.test(text))).toEqual([])
      expect(screen.split("\n").every((text) => [...text].length <= 40)).toBe(true)
    }
  )

  it("keeps the identifiers of a table whole", async () => {
    const screen = await open(40, 24, "mvpds").shows(/\[exit 0\]/)
    expect(screen).toContain("AdobeShibboleth")
    expect(screen).toContain("AdobePass_SMI")
  })

  it("shows code and countdown in one line each", async () => {
    const terminal = open(40, 30, "sign-in --mvpd Cablevision --no-qr")
    const screen = await terminal.shows(/^Waiting … [\d:]+ left, asked 1 time$/m)
    expect(screen).toMatch(/^Code {2}\w{7} {2}valid for 30 min$/m)
    terminal.type("C-c")
    await terminal.shows(/\[exit 130\]/)
  })

  it("rewrites no line with TERM=dumb", async () => {
    const terminal = open(40, 30, "sign-in --mvpd Cablevision --every 3", { TERM: "dumb" })
    const screen = await terminal.shows(/asking every 3\s+s/)
    expect(screen).not.toContain("Waiting …")
    terminal.type("C-c")
    await terminal.shows(/\[exit 130\]/)
  })
})

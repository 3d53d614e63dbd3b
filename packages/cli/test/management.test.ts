import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createManualClock, createSimulatorCore } from "@tve-pass/testing/simulator"
import { describe, expect, it } from "vitest"
import { makeDesk, signedIn, type Desk } from "./support/run.ts"

const device = "ba23d141-d715-561c-94f4-e9e4c966b1eb"
const one = "temp-pass reset --mvpd TempPass_TEST40 --device " + device
const all = "temp-pass reset --mvpd TempPass_TEST40 --every-device"

/** The destructive requests that the simulator received. */
const sent = ({ simulator }: Desk): ReadonlyArray<string> =>
  simulator.journal
    .calls()
    .filter(({ path, method }) => method === "DELETE" || (method === "POST" && path.startsWith("/control")))
    .map(({ method, path }) => `${method} ${path}`)

const auditOf = async ({ store }: Desk): Promise<ReadonlyArray<Record<string, unknown>>> =>
  (await readFile(join(store, "audit.jsonl"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))

const watched = async () => {
  const clock = createManualClock(Date.parse("2026-11-27T08:00:00Z"))
  const desk = await makeDesk(createSimulatorCore({ clock, throttle: false }))
  await signedIn(desk, "Cablevision")
  expect((await desk.run("decisions --play REF30 --mvpd Cablevision")).exitCode).toBe(0)
  return desk
}

const mvpd = (id: string) => ({ id, displayName: `MVPD ${id}`, logoUrl: "" })
const proxy = "ProxyMVPD_Adobe"

const withList = async (...ids: ReadonlyArray<string>) => {
  const desk = await makeDesk()
  const write = (name: string, list: unknown) => writeFile(join(desk.directory, name), JSON.stringify(list))
  if (ids.length > 0) {
    await write("before.json", ids.map(mvpd))
    await desk.run(`proxied-mvpds replace ${proxy} before.json --confirm ${proxy}`)
  }
  return { ...desk, write }
}

describe("tve-pass temp-pass reset", () => {
  it("resets one trial with --yes, and writes an audit line before and after", async () => {
    const desk = await makeDesk()
    const { exitCode, stdout } = await desk.run(`${one} --yes`)
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `DELETE /reset-tempass/v3/reset?requestor_id=REF30&mvpd_id=TempPass_TEST40&device_id=${device}\n`
    })
    expect(sent(desk)).toEqual(["DELETE /reset-tempass/v3/reset"])
    const target = {
      serviceProvider: "REF30",
      mvpd: "TempPass_TEST40",
      everyDevice: false,
      everyUser: false,
      requests: 1
    }
    expect(await auditOf(desk)).toMatchObject([
      { action: "temp-pass reset", target, ending: "done", code: "started" },
      { action: "temp-pass reset", target, ending: "done" }
    ])
  })

  it("hashes an address here and resets both records of a promotional trial", async () => {
    const desk = await makeDesk()
    const { stdout, stderr } = await desk.run(
      `temp-pass reset --mvpd flexibleTempPass --device ${device} --email ' User@domain.com' --yes --json`
    )
    const hash = "f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7"
    expect(stderr).toBe("")
    expect(JSON.parse(stdout)).toEqual({
      dryRun: false,
      calls: [
        {
          method: "DELETE",
          path: `/reset-tempass/v3/reset?requestor_id=REF30&mvpd_id=flexibleTempPass&device_id=${device}`
        },
        {
          method: "DELETE",
          path: `/reset-tempass/v3/reset/generic?requestor_id=REF30&mvpd_id=flexibleTempPass&key=${hash}`
        }
      ]
    })
    expect(JSON.stringify(desk.simulator.journal.calls())).not.toContain("user@domain.com")
  })

  it("sends nothing with --dry-run, not even a registration", async () => {
    const desk = await makeDesk()
    const { exitCode, stdout } = await desk.run(`${all} --dry-run --json`)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).dryRun).toBe(true)
    expect(desk.simulator.journal.calls()).toEqual([])
  })

  it.each([
    ["one trial, unconfirmed", one],
    ["all trials, unconfirmed", all],
    ["all trials with --yes alone", `${all} --yes`],
    ["all trials, confirmed for another MVPD", `${all} --confirm 'TempPass of REF30'`],
    ["one trial, confirmed by a phrase", `${one} --confirm yes`]
  ])("does not reset %s: exit code 7", async (_, args) => {
    const desk = await makeDesk()
    const { exitCode, stdout, stderr } = await desk.run(`${args} --json`)
    expect({ exitCode, stdout, code: JSON.parse(stderr).error.code }).toEqual({
      exitCode: 7,
      stdout: "",
      code: "not-confirmed"
    })
    expect(sent(desk)).toEqual([])
  })

  it("resets all trials once the phrase is passed, or typed", async () => {
    const passed = await makeDesk()
    expect((await passed.run(`${all} --confirm 'TempPass_TEST40 of REF30'`)).exitCode).toBe(0)
    const typed = await makeDesk()
    const { exitCode, stderr } = await typed.run(all, { columns: 80, reply: "TempPass_TEST40 of REF30" })
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Type "TempPass_TEST40 of REF30" to go on: ')
    expect((await typed.run(all, { columns: 80, reply: "y" })).exitCode).toBe(7)
    expect([...sent(passed), ...sent(typed)]).toHaveLength(2)
  })

  it("resets all trials of production only where the command line names production", async () => {
    const desk = await makeDesk()
    const variables = { ADOBE_PASS_ORIGIN: undefined, ADOBE_PASS_ENVIRONMENT: "release-production" }
    const confirmed = `${all} --confirm 'TempPass_TEST40 of REF30'`
    expect((await desk.run(confirmed, { variables })).exitCode).toBe(2)
    expect(sent(desk)).toEqual([])
    expect((await desk.run(`${confirmed} --environment release-production`, { variables })).exitCode).toBe(0)
    expect(sent(desk)).toHaveLength(1)
  })

  it.each([
    ["no MVPD", "temp-pass reset --device a"],
    ["no selection, although a variable names a device", "temp-pass reset --mvpd TempPass_TEST40 --yes"],
    ["a device and every device", `${all} --device a --yes`],
    ["`all` as a device", "temp-pass reset --mvpd TempPass_TEST40 --device all --yes"],
    ["a device in Base64", `temp-pass reset --mvpd TempPass_TEST40 --device ${btoa(device)} --yes`],
    ["an address and a hash", "temp-pass reset --mvpd flexibleTempPass --email a@b.c --user-hash d --yes"]
  ])("refuses %s: exit code 2", async (_, args) => {
    const desk = await makeDesk()
    const { exitCode, stdout } = await desk.run(args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" })
    expect(desk.simulator.journal.calls()).toEqual([])
  })

  it("ends with 3 for a TempPass in another case", async () => {
    const desk = await makeDesk()
    const { exitCode, stderr } = await desk.run(
      `temp-pass reset --mvpd temppass_test40 --device ${device} --yes --json`
    )
    expect(exitCode).toBe(3)
    expect(JSON.parse(stderr).error).toMatchObject({ code: "http-400", httpStatus: 400 })
    expect((await auditOf(desk)).at(-1)).toMatchObject({ ending: "refused", code: "http-400" })
  })
})

describe("tve-pass esm", () => {
  it("shows a table with numbers at the right and a ratio", async () => {
    const { run } = await watched()
    const { exitCode, stdout, stderr } = await run("esm year month day mvpd --metrics authz-attempts,authz-successful")
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: [
        "YEAR  MONTH  DAY  MVPD         AUTHZ-ATTEMPTS  AUTHZ-SUCCESSFUL  AUTHZ RATIO",
        "2026     11   27  Cablevision               1                 1       100.0%",
        ""
      ].join("\n")
    })
    expect(stderr).toBe("1 records, Pacific time, computed in real time.\n")
  })

  it("prints JSON, JSON lines and CSV", async () => {
    const { run } = await watched()
    const args = "esm year --metrics media-tokens"
    expect(JSON.parse((await run(`${args} --json`)).stdout)).toMatchObject({
      records: [{ year: 2026, "media-tokens": 1 }],
      truncated: false
    })
    expect((await run(`${args} --ndjson`)).stdout).toBe('{"year":2026,"media-tokens":1}\n')
    expect((await run(`${args} --csv`)).stdout).toBe("year,media-tokens\n2026,1\n")
  })

  it("filters, and writes to a file", async () => {
    const { run, directory } = await watched()
    expect((await run("esm year --not mvpd=Cablevision")).stdout).toBe("")
    const { stdout } = await run("esm year --where mvpd=Cablevision --metrics media-tokens --csv --output report.csv")
    expect(stdout).toBe("")
    expect(await readFile(join(directory, "report.csv"), "utf8")).toBe("year,media-tokens\n2026,1\n")
  })

  it("explores by links, on a terminal only", async () => {
    const { run } = await watched()
    const { exitCode, stderr } = await run("esm --explore", { columns: 100, reply: "" })
    expect(exitCode).toBe(0)
    expect(stderr).toContain("1  /esm/v3/year\n2  /esm/v3/mvpd\n3  /esm/v3/requestor-id")
    expect((await run("esm --explore")).exitCode).toBe(2)
  })

  it.each([
    ["a path that does not exist", "esm month", 3, "http-404"],
    ["a start with a zone", "esm year --start 2026-11-01T00:00Z", 2, "usage"],
    ["a filter without a value", "esm year --where mvpd", 2, "usage"],
    ["--whole without a range", "esm year month day --whole", 2, "usage"],
    ["CSV and JSON", "esm year --csv", 2, "usage"]
  ])("fails for %s", async (_, args, exitCode, code) => {
    const { run } = await makeDesk()
    const result = await run(`${args} --json`)
    expect({ ...result, stderr: JSON.parse(result.stderr).error.code }).toEqual({ exitCode, stdout: "", stderr: code })
  })

  it("watches until it is interrupted", async () => {
    const { run } = await watched()
    const { exitCode, stdout } = await run("esm year --metrics media-tokens --ndjson --watch 1", {
      interruptAt: "media-tokens"
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '{"year":2026,"media-tokens":1}\n' })
  })
})

describe("tve-pass proxied-mvpds", () => {
  it("replaces, lists, and shows the difference with exit code 9", async () => {
    const { run, write } = await withList("a", "b", "c", "d", "e")
    expect(JSON.parse((await run(`proxied-mvpds list ${proxy} --json`)).stdout)).toEqual(
      ["a", "b", "c", "d", "e"].map(mvpd)
    )
    expect((await run(`proxied-mvpds diff ${proxy} before.json`)).exitCode).toBe(0)
    await write(
      "after.json",
      [...["a", "b", "c", "d"].map(mvpd), mvpd("f")].map((one) => (one.id === "a" ? { ...one, displayName: "A" } : one))
    )
    const { exitCode, stdout } = await run(`proxied-mvpds diff ${proxy} after.json`)
    expect({ exitCode, stdout }).toEqual({ exitCode: 9, stdout: "+ f  MVPD f\n- e  MVPD e\n~ a  displayName\n" })
  })

  it("refuses to remove more than a fifth, an empty list, and what is not confirmed", async () => {
    const desk = await withList("a", "b", "c", "d", "e")
    const before = sent(desk).length
    await desk.write("after.json", ["a", "b", "c"].map(mvpd))
    await desk.write("empty.json", [])
    expect((await desk.run(`proxied-mvpds replace ${proxy} after.json --confirm ${proxy}`)).exitCode).toBe(7)
    expect((await desk.run(`proxied-mvpds replace ${proxy} after.json --allow-removals 2`)).exitCode).toBe(7)
    expect((await desk.run(`proxied-mvpds replace ${proxy} empty.json --confirm ${proxy}`)).exitCode).toBe(2)
    expect((await desk.run(`proxied-mvpds replace ${proxy} after.json --dry-run`)).exitCode).toBe(0)
    expect(sent(desk)).toHaveLength(before)
    expect(
      (await desk.run(`proxied-mvpds replace ${proxy} after.json --allow-removals 2 --confirm ${proxy}`)).exitCode
    ).toBe(0)
    expect(sent(desk)).toHaveLength(before + 1)
  })

  it("removes all, and only with the identifier", async () => {
    const desk = await withList("a")
    const before = sent(desk).length
    expect((await desk.run(`proxied-mvpds remove-all ${proxy}`)).exitCode).toBe(7)
    expect((await desk.run(`proxied-mvpds remove-all ${proxy} --confirm Other`)).exitCode).toBe(7)
    expect(sent(desk)).toHaveLength(before)
    expect((await desk.run(`proxied-mvpds remove-all ${proxy} --confirm ${proxy}`)).exitCode).toBe(0)
    expect(JSON.parse((await desk.run(`proxied-mvpds list ${proxy} --json`)).stdout)).toEqual([])
  })

  it.each([
    ["an id twice", JSON.stringify([mvpd("a"), mvpd("a")])],
    ["an id that is not valid", JSON.stringify([mvpd("1 a")])],
    ["an undefined entity", "<proxiedMvpds>&nope;</proxiedMvpds>"],
    ["something else", "id,name"]
  ])("refuses a file with %s before anything is sent", async (_, content) => {
    const desk = await withList()
    await writeFile(join(desk.directory, "list"), content)
    const { exitCode } = await desk.run(`proxied-mvpds replace ${proxy} list --confirm ${proxy}`)
    expect([1, 2]).toContain(exitCode)
    expect(desk.simulator.journal.calls()).toEqual([])
  })

  it("ends with 3 for an identifier that is no proxy MVPD", async () => {
    const { run } = await withList()
    const { exitCode, stderr } = await run("proxied-mvpds list Nope --json")
    expect({ exitCode, code: JSON.parse(stderr).error.code }).toEqual({ exitCode: 3, code: "http-403" })
  })
})

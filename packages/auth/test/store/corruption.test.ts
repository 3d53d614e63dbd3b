import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { directoryStore } from "../../src/file/index.ts"
import type { CustomStore } from "../../src/store/index.ts"
import { install, type Installation } from "./corrupted-app.ts"

/** What a bad disk, a crash or another program may make of a text of some bytes. */
const corruptions = (text: string): ReadonlyArray<string> => {
  const bytes = new TextEncoder().encode(text)
  // From one byte on: a custom store that returns an empty string has no record.
  const truncated = Array.from(bytes, (_, length) => bytes.subarray(0, length)).slice(1)
  const flipped = Array.from(bytes, (byte, position) => {
    const copy = Uint8Array.from(bytes)
    // Another bit of each byte, so that all eight have their turn.
    copy[position] = byte ^ (1 << (position % 8))
    return copy
  })
  return [...truncated, ...flipped].map((damaged) => new TextDecoder().decode(damaged))
}

const storeOver = (records: Map<string, string>): CustomStore => ({
  get: (key) => records.get(key),
  set: (key, text) => void records.set(key, text),
  remove: (key) => void records.delete(key)
})

const recordOf = (records: Map<string, string>, kind: string): readonly [key: string, text: string] =>
  [...records].find(([key]) => key.endsWith(`.${kind}`)) ?? expect.unreachable(`there is no ${kind} record`)

/** An installation that has registered and has a token. */
const settle = async () => {
  const installation = install()
  const records = new Map<string, string>()
  await installation.run(storeOver(records))
  return { installation, records }
}

const count = ({ simulator }: Installation, operation: "registerClient" | "retrieveAccessToken"): number =>
  simulator.journal.calls(operation).length

describe("the credentials record, truncated at every byte and flipped at every byte (rule 3)", () => {
  it("costs one registration when it is needed, and is kept aside", async () => {
    const { installation, records } = await settle()
    const [key, text] = recordOf(records, "credentials")
    const [tokenKey] = recordOf(records, "token")
    const damages = corruptions(text)
    expect(damages.length).toBe(text.length * 2 - 1)
    for (const damage of damages) {
      const damaged = new Map([...records, [key, damage]])
      damaged.delete(tokenKey)
      const before = count(installation, "registerClient")
      expect(await installation.run(storeOver(damaged))).toEqual([
        "record-quarantined",
        "credentials-registered",
        "credentials-replaced"
      ])
      expect(await installation.run(storeOver(damaged))).toEqual([])
      expect(count(installation, "registerClient") - before).toBe(1)
      expect(damaged.get(`${key}.unreadable`)).toBe(damage)
    }
  })

  it("costs nothing while the token is good", async () => {
    const { installation, records } = await settle()
    const [key, text] = recordOf(records, "credentials")
    for (const damage of corruptions(text)) {
      await installation.run(storeOver(new Map([...records, [key, damage]])))
    }
    expect(count(installation, "registerClient")).toBe(1)
    expect(count(installation, "retrieveAccessToken")).toBe(1)
  })
})

describe("the token record, truncated at every byte and flipped at every byte", () => {
  it("costs one token and never the good pair beside it", async () => {
    const { installation, records } = await settle()
    const [key, text] = recordOf(records, "token")
    const [credentialsKey, credentials] = recordOf(records, "credentials")
    const damages = corruptions(text)
    for (const damage of damages) {
      const damaged = new Map([...records, [key, damage]])
      expect(await installation.run(storeOver(damaged))).toEqual(["record-quarantined"])
      expect(damaged.get(credentialsKey)).toBe(credentials)
      expect(damaged.get(`${key}.unreadable`)).toBe(damage)
    }
    expect(count(installation, "registerClient")).toBe(1)
    expect(count(installation, "retrieveAccessToken")).toBe(1 + damages.length)
  })
})

describe("the registration guard, truncated at every byte and flipped at every byte", () => {
  it("costs nothing", async () => {
    const { installation, records } = await settle()
    const [key] = recordOf(records, "credentials")
    // Makes a guard: the pair is damaged, and with it the token lost.
    const repaired = new Map([[key, "damaged"]])
    await installation.run(storeOver(repaired))
    const [guardKey, text] = recordOf(repaired, "registration-guard")
    const before = count(installation, "registerClient")
    for (const damage of corruptions(text)) {
      await installation.run(storeOver(new Map([...repaired, [guardKey, damage]])))
    }
    expect(count(installation, "registerClient")).toBe(before)
  })
})

describe("a store in which everything is damaged", () => {
  it("costs one registration", async () => {
    const { installation, records } = await settle()
    for (const damage of ["", "null", "{}", "[]", "<html>", "\u0000", '{"client_id":"a"}']) {
      const before = count(installation, "registerClient")
      const damaged = new Map([...records.keys()].map((key) => [key, damage]))
      await installation.run(storeOver(damaged))
      await installation.run(storeOver(damaged))
      expect(count(installation, "registerClient") - before).toBe(1)
    }
  })
})

describe("the files of a directory store", () => {
  const made: Array<string> = []
  afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true }))))

  it("may hold any bytes, also such that are no text", async () => {
    const installation = install()
    for (const damage of [Buffer.alloc(0), Buffer.alloc(64), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from("{")]) {
      const directory = await mkdtemp(join(tmpdir(), "tve-pass-corruption-"))
      made.push(directory)
      await installation.run(directoryStore(directory))
      const names = (await readdir(directory)).filter((name) => name.endsWith(".json"))
      expect(names).toHaveLength(2)
      for (const name of names) await writeFile(join(directory, name), damage)
      const before = count(installation, "registerClient")
      await installation.run(directoryStore(directory))
      expect(await installation.run(directoryStore(directory))).toEqual([])
      expect(count(installation, "registerClient") - before).toBe(1)
    }
  })
})

import { afterAll, describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { TestClock } from "effect/testing"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import { directoryStore } from "./index.ts"

const made: Array<string> = []
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))))

const hour = 3_600_000
const present = Date.now()

/** A store with the records of one device, one of which is a token that is valid for an hour. */
const startStore = Effect.gen(function* () {
  const directory = yield* Effect.promise(() => mkdtemp(join(tmpdir(), "tve-pass-expired-")))
  made.push(directory)
  const store = directoryStore(directory)
  yield* TestClock.setTime(present)
  yield* store.set("device.credentials", "{}")
  yield* store.set("device.registration-guard", "{}")
  yield* store.set("device.token", "{}", { usefulUntil: present + hour })
  const records = async () => (await readdir(directory)).filter((name) => name.endsWith(".json")).sort()
  return { directory, store, records }
})

describe("the tokens of devices that do not come back", () => {
  it.effect("are removed once they have expired, when another token is stored", () =>
    Effect.gen(function* () {
      const { store, records } = yield* startStore
      yield* TestClock.setTime(present + 2 * hour)
      yield* store.set("other.token", "{}", { usefulUntil: present + 3 * hour })
      const left = ["device.credentials.json", "device.registration-guard.json", "other.token.json"]
      yield* Effect.promise(() => vi.waitFor(async () => expect(await records()).toStrictEqual(left)))
    })
  )

  it.effect("are the only files that are removed", () =>
    Effect.gen(function* () {
      const { directory, store, records } = yield* startStore
      yield* store.set("valid.token", "{}", { usefulUntil: present + 3 * hour })
      // As an earlier version wrote them.
      yield* Effect.promise(() => writeFile(join(directory, "earlier.token.json"), "{}"))
      yield* TestClock.setTime(present + 2 * hour)
      yield* store.set("other.token", "{}", { usefulUntil: present + 3 * hour })
      const left = [
        "device.credentials.json",
        "device.registration-guard.json",
        "earlier.token.json",
        "other.token.json",
        "valid.token.json"
      ]
      yield* Effect.promise(() => vi.waitFor(async () => expect(await records()).toStrictEqual(left)))
    })
  )
})

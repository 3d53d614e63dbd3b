import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as KeyValueStore from "effect/persistence/KeyValueStore"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { directoryStore } from "../file/index.ts"
import { memoryStore, type CustomStore, type StoreSource, type WebStorage } from "../store/index.ts"
import { storeConformance, Violation, type MakeStore } from "./index.ts"

const webStorage = (): WebStorage => {
  const texts = new Map<string, string>()
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key)
  }
}

/** Answers later, and by promises. */
const promiseStore = (texts: Map<string, string>): CustomStore => ({
  get: async (key) => texts.get(key),
  set: async (key, text) => void texts.set(key, text),
  remove: async (key) => void texts.delete(key)
})

const keyValueStore = (): Promise<StoreSource> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.map(Effect.context<KeyValueStore.KeyValueStore>(), (context) =>
        Context.get(context, KeyValueStore.KeyValueStore)
      ).pipe(Effect.provide(KeyValueStore.layerMemory, { local: true }))
    )
  )

const directories: Array<string> = []
const emptyDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), "tve-pass-conformance-"))
  directories.push(directory)
  return directory
}
afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true }))))

/** Each makes an empty place, and answers with how to make stores over it. */
const places: Record<string, () => MakeStore | Promise<MakeStore>> = {
  memoryStore: () => {
    const store = memoryStore()
    return () => store
  },
  "Web Storage": () => {
    const storage = webStorage()
    return () => storage
  },
  "Web Storage by a function": () => {
    const storage = webStorage()
    return () => () => storage
  },
  directoryStore: async () => {
    const directory = await emptyDirectory()
    return () => directoryStore(directory)
  },
  "Effect's KeyValueStore": async () => {
    const store = await keyValueStore()
    return () => store
  },
  "a custom store of promises": () => {
    const texts = new Map<string, string>()
    return () => Promise.resolve(promiseStore(texts))
  }
}

// They came with Node 24. Without them, of two stores over one Web Storage neither knows of the lock of the other.
const hasWebLocks = globalThis.navigator?.locks !== undefined

describe.each(Object.entries(places))("%s", (place, makePlace) => {
  it.for(storeConformance)("$name", async ({ name, run }, { skip }) => {
    skip(!hasWebLocks && place.startsWith("Web Storage") && name.includes("between two processes"), "no Web Locks here")
    await expect(run(await makePlace())).resolves.toBeUndefined()
  })
})

/** Stores with one defect each, and the names of the checks that find it. */
const defective: Record<string, { readonly makeStore: () => MakeStore; readonly found: ReadonlyArray<string> }> = {
  "forgets everything": {
    makeStore: () => () => ({ get: () => undefined, set: () => {}, remove: () => {} }),
    found: ["returns exactly", "keeps a string", "replaces a longer", "keeps keys apart", "forgets what", "keeps both"]
  },
  "never removes": {
    makeStore: () => {
      const texts = new Map<string, string>()
      return () => ({ ...promiseStore(texts), remove: () => {} })
    },
    found: ["forgets what was removed", "shows what another process"]
  },
  "caches what it has read": {
    makeStore: () => {
      const texts = new Map<string, string>()
      return () => {
        const cache = new Map<string, string | undefined>()
        return {
          ...promiseStore(texts),
          get: (key: string) => cache.get(key) ?? cache.set(key, texts.get(key)).get(key),
          set: (key: string, text: string) => void texts.set(key, text)
        }
      }
    },
    found: ["returns exactly", "keeps keys apart", "shows what another process"]
  },
  "ignores the end of long keys": {
    makeStore: () => {
      const { get, set, remove } = promiseStore(new Map())
      return () => ({
        get: (key) => get(key.slice(0, 30)),
        set: (key, text) => set(key.slice(0, 30), text),
        remove: (key) => remove(key.slice(0, 30))
      })
    },
    found: ["keeps keys apart"]
  },
  "writes texts piece by piece": {
    makeStore: () => {
      const texts = new Map<string, string>()
      return () => ({
        ...promiseStore(texts),
        set: async (key: string, text: string) => {
          texts.set(key, text.slice(0, text.length / 2))
          await Promise.resolve()
          texts.set(key, text)
        }
      })
    },
    found: ["never a mixture"]
  },
  "trims texts": {
    makeStore: () => {
      const { get, set, remove } = promiseStore(new Map())
      return () => ({ get, remove, set: (key, text) => set(key, text.trim()) })
    },
    found: ["returns exactly the string"]
  },
  "fails when nothing is there to remove": {
    makeStore: () => {
      const store = promiseStore(new Map())
      return () => ({
        ...store,
        remove: async (key) => {
          if ((await store.get(key)) === undefined) throw new Error("not found")
          await store.remove(key)
        }
      })
    },
    found: ["does nothing when a key"]
  },
  "has a lock that does not lock": {
    makeStore: () => {
      const texts = new Map<string, string>()
      return () => ({ ...promiseStore(texts), lock: { withLock: () => (effect) => effect } })
    },
    found: ["lets one owner of its lock in"]
  },
  "has a lock per process": {
    makeStore: () => () => memoryStore(),
    found: ["lets one owner of its lock in"]
  }
}

describe.each(Object.entries(defective))("a store that %s", (_, { makeStore, found }) => {
  it("is found out", async () => {
    const violated: Array<string> = []
    for (const { name, run } of storeConformance) {
      await run(makeStore()).catch(() => violated.push(name))
    }
    for (const name of found) expect(violated.join("\n")).toContain(name)
  })
})

it("says what it expected and what it found", async () => {
  const [, check] = storeConformance
  const run = check?.run(() => ({ get: () => "other", set: () => {}, remove: () => {} }))
  await expect(run).rejects.toThrow(Violation)
  await expect(run).rejects.toThrow('expected "{\\"format\\":1')
})

import * as Effect from "effect/Effect"
import type { Lock } from "../coordination/index.ts"
import { Violation, type Requirement } from "./requirement.ts"

/** A key of the longest form that the library uses, and one that is a prefix of it. */
const key = `${"0123456789abcdef".repeat(2)}01234567.credentials.unreadable`
const shorterKey = "0123456789abcdef0123456789abcdef01234567.credentials"

const expectString = (found: string | undefined, expected: string | undefined): Effect.Effect<void, Violation> =>
  found === expected
    ? Effect.void
    : Effect.fail(new Violation(`expected ${describe(expected)}, but get returned ${describe(found)}`))

const describe = (text: string | undefined): string =>
  text === undefined ? "nothing" : text.length > 80 ? `a string of ${text.length} characters` : JSON.stringify(text)

/** Checks the locks of two stores, if they have one. */
const withLocks =
  (check: (lock: Lock, otherLock: Lock) => ReturnType<Requirement["check"]>): Requirement["check"] =>
  ({ lock }, { lock: otherLock }) =>
    lock === undefined || otherLock === undefined ? Effect.void : check(lock, otherLock)

/** The requirements of the library, as documented at `CustomStore`. */
export const requirements: ReadonlyArray<Requirement> = [
  {
    name: "returns nothing for a key that was never set",
    check: (store) => Effect.flatMap(store.get(key), (found) => expectString(found, undefined))
  },
  {
    name: "returns exactly the string that was set",
    check: (store) =>
      Effect.forEach(
        ['{"format":1,"fields":{"clientId":"s6BhdRkqt3"}}', "null", "undefined", " \n\t\u0000", "Ĝoja tago 日本 🎬"],
        (text) =>
          Effect.gen(function* () {
            yield* store.set(key, text)
            yield* expectString(yield* store.get(key), text)
          }),
        { discard: true }
      )
  },
  {
    name: "keeps a string of 16,000 characters whole",
    check: (store) =>
      Effect.gen(function* () {
        const text = "0123456789abcdef".repeat(1_000)
        yield* store.set(key, text)
        yield* expectString(yield* store.get(key), text)
      })
  },
  {
    name: "replaces a longer string by a shorter one as a whole",
    check: (store) =>
      Effect.gen(function* () {
        yield* store.set(key, "a longer text")
        yield* store.set(key, "short")
        yield* expectString(yield* store.get(key), "short")
      })
  },
  {
    name: "keeps keys apart, also when one begins like another",
    check: (store) =>
      Effect.gen(function* () {
        yield* store.set(key, "long key")
        yield* store.set(shorterKey, "short key")
        yield* expectString(yield* store.get(key), "long key")
        yield* store.remove(key)
        yield* expectString(yield* store.get(key), undefined)
        yield* expectString(yield* store.get(shorterKey), "short key")
      })
  },
  {
    name: "forgets what was removed, and can set it again",
    check: (store) =>
      Effect.gen(function* () {
        yield* store.set(key, "first")
        yield* store.remove(key)
        yield* expectString(yield* store.get(key), undefined)
        yield* store.set(key, "second")
        yield* expectString(yield* store.get(key), "second")
      })
  },
  {
    name: "does nothing when a key that does not exist is removed",
    check: (store) => Effect.andThen(store.remove(key), store.remove(key))
  },
  {
    name: "shows what another process has set or removed, without caching",
    check: (store, other) =>
      Effect.gen(function* () {
        yield* store.get(key)
        yield* other.set(key, "by the other")
        yield* expectString(yield* store.get(key), "by the other")
        yield* other.remove(key)
        yield* expectString(yield* store.get(key), undefined)
      })
  },
  {
    name: "returns the old or the new string while it is replaced, never a mixture",
    check: (store, other) =>
      Effect.gen(function* () {
        const texts = [..."abcdefgh"].map((letter) => letter.repeat(4_000))
        yield* store.set(key, texts[0] ?? "")
        const read = Effect.flatMap(other.get(key), (found) =>
          found !== undefined && texts.includes(found)
            ? Effect.void
            : Effect.fail(new Violation(`while strings were replaced, get returned ${describe(found)}`))
        )
        const write = Effect.forEach(texts, (text) => store.set(key, text), { discard: true })
        const reads = Effect.forEach(texts, () => read, { discard: true })
        yield* Effect.all([write, reads, write, reads], { concurrency: "unbounded", discard: true })
      })
  },
  {
    name: "keeps both when different keys are set at once",
    check: (store, other) =>
      Effect.gen(function* () {
        const names = [..."abcdefgh"].map((letter) => `${letter}.${shorterKey}`)
        const sets = names.map((name, index) => (index % 2 === 0 ? store : other).set(name, name))
        yield* Effect.all(sets, { concurrency: "unbounded", discard: true })
        yield* Effect.forEach(names, (name) => Effect.flatMap(store.get(name), (found) => expectString(found, name)), {
          discard: true
        })
      })
  }
]

/** Additional requirements for a store with a `lock`. */
export const lockRequirements: ReadonlyArray<Requirement> = [
  {
    name: "lets one owner of its lock in at a time, also between two processes",
    check: withLocks((lock, otherLock) =>
      Effect.gen(function* () {
        let inside = 0
        let most = 0
        const visit = Effect.gen(function* () {
          most = Math.max(most, ++inside)
          yield* Effect.sleep(5)
          inside--
        })
        const visits = [lock, otherLock, lock, otherLock].map(({ withLock }) => withLock(key)(visit))
        yield* Effect.all(visits, { concurrency: "unbounded", discard: true })
        if (most > 1) yield* Effect.fail(new Violation(`${most} owners held the lock at the same time`))
      })
    )
  },
  {
    name: "gets its lock back from an owner that fails or is interrupted",
    check: withLocks((lock, otherLock) =>
      Effect.gen(function* () {
        yield* Effect.exit(lock.withLock(key)(Effect.fail("failed")))
        yield* Effect.timeoutOption(lock.withLock(key)(Effect.never), 50)
        yield* otherLock.withLock(key)(Effect.void)
      })
    )
  }
]

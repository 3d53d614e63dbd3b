import { describe, expect, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import { makeApplicationKey } from "../application/application.ts"
import { Lease } from "../coordination/index.ts"
import { failWith } from "../errors/index.ts"
import { makeCredentialStore, memoryStore, type ClientCredentials, type RecordStore } from "./index.ts"

const application = makeApplicationKey("https://sp.auth.adobe.com", "hash", "default")
const key = `${application}.credentials`
const pair = (clientId: string): ClientCredentials => ({
  clientId,
  clientSecret: Redacted.make(`secret of ${clientId}`),
  grantTypes: ["client_credentials"],
  scopes: ["api:client:v2"],
  registeredAt: 1_723_227_212_000
})
const token = (value: string) => ({
  value: Redacted.make(value),
  clientId: "first",
  receivedAt: 0,
  expiresAt: 21_600_000,
  createdAt: undefined,
  id: undefined
})

const acceptOne = () => ({ accepted: ["REF30"], refused: [] })

const setUp = () => {
  const records = memoryStore()
  return { records, store: makeCredentialStore(records, application) }
}

describe("CredentialStore", () => {
  it.effect("finds nothing in an empty store", () =>
    Effect.gen(function* () {
      const { store } = setUp()
      expect(yield* store.loadCredentials).toEqual({ _tag: "Missing" })
      expect(yield* store.loadPreviousCredentials).toEqual({ _tag: "Missing" })
      expect(yield* store.loadToken).toEqual({ _tag: "Missing" })
      expect(yield* store.loadRegistrationGuard).toEqual({ _tag: "Missing" })
    })
  )

  it.effect("finds what was saved, also by another process", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      const other = makeCredentialStore(records, application)
      yield* other.saveCredentials(pair("first"))
      yield* other.saveToken(token("token"))
      yield* other.saveRegistrationGuard({ lastRegistrationAt: 5, reason: "invalid_client" })
      expect(yield* store.loadCredentials).toEqual({ _tag: "Found", value: pair("first") })
      expect(yield* store.loadToken).toEqual({ _tag: "Found", value: token("token") })
      expect(yield* store.loadRegistrationGuard).toMatchObject({ value: { lastRegistrationAt: 5 } })
    })
  )

  it.effect("does not leave a write behind that is still under way: whoever holds the lock must not give it back", () =>
    Effect.gen(function* () {
      const { records } = setUp()
      const written = yield* Deferred.make<void>()
      const slow = {
        ...records,
        set: (name: string, text: string) => Effect.andThen(Deferred.await(written), records.set(name, text))
      }
      const saving = yield* Effect.forkChild(makeCredentialStore(slow, application).saveCredentials(pair("first")), {
        startImmediately: true
      })
      const interruption = yield* Effect.forkChild(Fiber.interrupt(saving), { startImmediately: true })
      expect(interruption.pollUnsafe()).toBeUndefined()
      yield* Deferred.succeed(written, undefined)
      yield* Fiber.join(interruption)
      expect(yield* records.get(key)).toContain("first")
    })
  )

  it.effect("says before a registration whether a pair can be stored, and leaves nothing behind", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      yield* store.checkWritable
      expect(yield* records.get(`${key}.probe`)).toBeUndefined()
      const full = makeCredentialStore({ ...records, set: storeIsFull }, application)
      expect((yield* Effect.flip(full.checkWritable)).reason).toMatchObject({ _tag: "StoreUnavailable" })
    })
  )

  it.effect("keeps applications apart (rule 1)", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      const other = makeCredentialStore(records, makeApplicationKey("https://sp.auth.adobe.com", "hash", "device-1"))
      yield* store.saveCredentials(pair("first"))
      expect(yield* other.loadCredentials).toEqual({ _tag: "Missing" })
    })
  )

  it.effect("keeps secrets redacted in memory (rule 21)", () =>
    Effect.gen(function* () {
      const { store } = setUp()
      yield* store.saveCredentials(pair("first"))
      expect(JSON.stringify(yield* store.loadCredentials)).not.toContain("secret of")
    })
  )

  it.effect("keeps the pair aside that it replaces (rule 5)", () =>
    Effect.gen(function* () {
      const { store } = setUp()
      yield* store.saveCredentials(pair("first"))
      yield* store.saveCredentials(pair("second"))
      expect(yield* store.loadCredentials).toMatchObject({ value: { clientId: "second" } })
      expect(yield* store.loadPreviousCredentials).toEqual({ _tag: "Found", value: pair("first") })
    })
  )

  it.effect("does not take the same pair, saved twice, for a replacement", () =>
    Effect.gen(function* () {
      const { store } = setUp()
      yield* store.saveCredentials(pair("first"))
      yield* store.saveCredentials(pair("second"))
      yield* store.saveCredentials(pair("second"))
      expect(yield* store.loadPreviousCredentials).toMatchObject({ value: { clientId: "first" } })
    })
  )

  it.effect("leaves an unreadable record in place until it is replaced, and keeps it aside then (rule 3)", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      yield* records.set(key, '{"format":1,"trunc')
      expect(yield* store.loadCredentials).toEqual({ _tag: "Unreadable", key, problem: "foreign" })
      expect(yield* records.get(key)).toBe('{"format":1,"trunc')
      yield* store.saveCredentials(pair("first"))
      expect(yield* store.loadCredentials).toMatchObject({ value: { clientId: "first" } })
      expect(yield* records.get(`${key}.unreadable`)).toBe('{"format":1,"trunc')
      expect(yield* store.loadPreviousCredentials).toEqual({ _tag: "Missing" })
    })
  )

  it.effect("keeps no old tokens", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      yield* store.saveToken(token("first"))
      yield* store.saveToken(token("second"))
      expect(yield* records.get(`${application}.token.previous`)).toBeUndefined()
      yield* store.removeToken
      expect(yield* store.loadToken).toEqual({ _tag: "Missing" })
    })
  )

  it.effect("removes the pair with everything kept aside, but not the guard", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      yield* records.set(key, "unreadable")
      yield* store.saveCredentials(pair("first"))
      yield* store.saveCredentials(pair("second"))
      yield* store.saveRegistrationGuard({ lastRegistrationAt: 5, reason: "invalid_client" })
      yield* store.removeCredentials
      expect(yield* store.loadCredentials).toEqual({ _tag: "Missing" })
      expect(yield* store.loadPreviousCredentials).toEqual({ _tag: "Missing" })
      expect(yield* records.get(`${key}.unreadable`)).toBeUndefined()
      expect(yield* store.loadRegistrationGuard).toMatchObject({ _tag: "Found" })
    })
  )

  it.effect("saves the new pair even if there is no room to keep the old one aside", () =>
    Effect.gen(function* () {
      const { records } = setUp()
      const full: RecordStore = {
        ...records,
        set: (name, text) => (name === key ? records.set(name, text) : storeIsFull(name))
      }
      const store = makeCredentialStore(full, application)
      yield* store.saveCredentials(pair("first"))
      yield* store.saveCredentials(pair("second"))
      expect(yield* store.loadCredentials).toMatchObject({ value: { clientId: "second" } })
    })
  )

  it.effect(
    "changes what credentials know about service providers, of this client only, and keeps no previous ones",
    () =>
      Effect.gen(function* () {
        const { records, store } = setUp()
        yield* store.updateServiceProviders("first", acceptOne)
        expect(yield* store.loadCredentials).toEqual({ _tag: "Missing" })
        yield* store.saveCredentials(pair("first"))
        const before = yield* records.get(key)
        yield* store.updateServiceProviders("second", acceptOne)
        yield* store.updateServiceProviders("first", (known) => known)
        expect(yield* records.get(key)).toBe(before)
        yield* store.updateServiceProviders("first", acceptOne)
        expect(yield* store.loadCredentials).toEqual({
          _tag: "Found",
          value: { ...pair("first"), serviceProviders: { accepted: ["REF30"], refused: [] } }
        })
        expect(yield* store.loadPreviousCredentials).toEqual({ _tag: "Missing" })
      })
  )

  it.effect("does not change an unreadable record, nor after the lock was lost", () =>
    Effect.gen(function* () {
      const { records, store } = setUp()
      yield* records.set(key, '{"format":1,"trunc')
      yield* store.updateServiceProviders("first", acceptOne)
      expect(yield* records.get(key)).toBe('{"format":1,"trunc')
      yield* store.saveCredentials(pair("first"))
      const lost = failWith({ _tag: "LockTimeout", lock: "key", state: "lost", waited: 0 })
      const late = Effect.provideService(store.updateServiceProviders("first", acceptOne), Lease, lost)
      expect((yield* Effect.flip(late)).reason).toMatchObject({ _tag: "LockTimeout", state: "lost" })
      expect(yield* store.loadCredentials).toEqual({ _tag: "Found", value: pair("first") })
    })
  )

  it.effect("reads a token before it replaces it, unless it was loaded and readable", () =>
    Effect.gen(function* () {
      const { records } = setUp()
      const reads: Array<string> = []
      const watched = { ...records, get: (name: string) => Effect.suspend(() => (reads.push(name), records.get(name))) }
      const store = makeCredentialStore(watched, application)
      yield* store.saveToken(token("first"))
      expect(reads).toEqual([`${application}.token`])
      yield* store.loadToken
      yield* store.saveToken(token("second"))
      expect(reads).toHaveLength(2)
      yield* records.set(`${application}.token`, "damaged")
      yield* store.loadToken
      yield* store.saveToken(token("third"))
      expect(yield* records.get(`${application}.token.unreadable`)).toBe("damaged")
    })
  )

  it.effect("does not overwrite what a successor stored after the lock was lost", () =>
    Effect.gen(function* () {
      const { store } = setUp()
      yield* store.saveCredentials(pair("by the successor"))
      const lost = failWith({ _tag: "LockTimeout", lock: "key", state: "lost", waited: 0 })
      const late = Effect.provideService(store.saveCredentials(pair("late")), Lease, lost)
      expect((yield* Effect.flip(late)).reason).toMatchObject({ _tag: "LockTimeout", state: "lost" })
      expect(yield* store.loadCredentials).toMatchObject({ value: { clientId: "by the successor" } })
    })
  )
})

const storeIsFull = (location: string) =>
  failWith({
    _tag: "StoreUnavailable",
    operation: "write",
    location,
    remedy: "Free space",
    cause: { name: "QuotaExceededError", code: undefined }
  })

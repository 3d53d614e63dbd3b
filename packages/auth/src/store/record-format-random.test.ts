import * as fc from "fast-check"
import * as Redacted from "effect/Redacted"
import { expect, it } from "vitest"
import { formatRecord, parseRecord, type RecordKind } from "./record-format.ts"

interface Example {
  readonly name: string
  readonly secret: Redacted.Redacted
  readonly values: ReadonlyArray<unknown>
}

const kind: RecordKind<Example> = { name: "example", secret: "secret", keepsPrevious: false }
const value = fc
  .record({ name: fc.string({ unit: "binary" }), secret: fc.string(), values: fc.array(fc.jsonValue()) })
  .map(({ secret, ...members }): Example => ({ ...members, secret: Redacted.make(secret) }))

it("reads every record that it wrote, and none that was changed at any place", { retry: 0 }, () => {
  const changes = fc.property(value, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), isDetected)
  expect(fc.check(changes, { numRuns: 500 }).counterexample).toBeNull()
})

const isSameJson = (left: string, right: string): boolean =>
  JSON.stringify(JSON.parse(left)) === JSON.stringify(JSON.parse(right))

it("says what it cannot read of any text, and never throws", { retry: 0 }, () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.constant("[".repeat(5_000)))
  expect(fc.check(fc.property(text, isUnreadable), { numRuns: 2000 }).counterexample).toBeNull()
})

const isDetected = (record: Example, at: number, inserted: string): boolean => {
  const text = formatRecord(kind, record)
  const place = at % text.length
  const changed = text.slice(0, place) + inserted + text.slice(place + inserted.length)
  return (
    parseRecord(kind, "key", text)._tag === "Found" &&
    parseRecord(kind, "key", text.slice(0, place))._tag === "Unreadable" &&
    // A change that JSON does not see, such as an escape for the same character, changes nothing.
    (parseRecord(kind, "key", changed)._tag === "Unreadable" || isSameJson(changed, text))
  )
}

const isUnreadable = (candidate: string): boolean => parseRecord(kind, "key", candidate)._tag === "Unreadable"

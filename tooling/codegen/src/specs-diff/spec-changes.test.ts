import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { TemporaryRepository } from "../../test/temporary-repository.ts"
import { compareSpecs } from "./comparison.ts"

const spec = "specs/library/openapi.yaml"
const genre = "specs/library/schemas/Genre.yaml"
const failures = "specs/library/schemas/EnhancedErrorCode.yaml"

let repository: TemporaryRepository
beforeEach(() => {
  repository = new TemporaryRepository()
  repository.release("0.3.0")
})
afterEach(() => repository.dispose())

/** `bump: message` of every change since the release. */
const changes = async (): Promise<ReadonlyArray<string>> => {
  const comparison = await compareSpecs(repository.root)
  if (comparison.state === "initial") return ["initial"]
  return comparison.apis.flatMap((api) => api.changes.map(({ bump, message }) => `${bump}: ${message}`))
}

describe("an addition is minor", () => {
  test("a value of an open enum", async () => {
    repository.edit(genre, "poetry,", "poetry, manga,")
    expect(await changes()).toEqual(["minor: Open enum gained 'manga'."])
  })

  test("an attribute of an answer", async () => {
    repository.edit(
      spec,
      "        until: { type: integer }",
      "        until: { type: integer }\n        by: { type: string }"
    )
    expect(await changes()).toEqual(["minor: Property `by` was added."])
  })

  test("a status", async () => {
    repository.edit(spec, `        "429":`, `        "404": { description: Nowhere }\n        "429":`)
    expect(await changes()).toEqual(["minor: Response was added."])
  })

  test("an API", async () => {
    repository.write(
      "specs/archive/openapi.yaml",
      "openapi: 3.1.0\ninfo: { title: Archive, version: 1.0.0 }\npaths: {}\n"
    )
    expect(await changes()).toEqual(["minor: The whole API was added."])
  })
})

describe("what takes a name or a promise away is major", () => {
  test("a value of a closed enum that is new in an answer", async () => {
    repository.edit(spec, "[hard, soft]", "[hard, soft, spiral]")
    expect(await changes()).toEqual(["major: Enum of `binding` gained values: 'spiral'."])
  })

  test("a value that an enum of answers only loses, open or not", async () => {
    repository.edit(failures, "[unknown_name, too_many_requests]", "[unknown_name]")
    repository.edit(spec, "[hard, soft]", "[hard]")
    expect([...(await changes())].sort()).toEqual(["major: Enum lost 'soft'.", "major: Enum lost 'too_many_requests'."])
  })

  test("a renamed value of an open enum", async () => {
    repository.edit(genre, "poetry", "poem")
    expect(await changes()).toEqual(["major: Enum lost 'poetry' and gained 'poem'."])
  })

  test("an enum that opens or closes", async () => {
    repository.edit(spec, "x-open-enum: false", "x-open-enum: true")
    repository.edit(genre, "x-open-enum: true", "x-open-enum: false")
    expect([...(await changes())].sort()).toEqual(["major: The enum was closed.", "major: The enum was opened."])
  })

  test("an attribute of an answer", async () => {
    repository.edit(spec, `        note: { type: [string, "null"] }\n`, "")
    expect(await changes()).toEqual(["major: Property `note` was removed."])
  })

  test("a field of a request, though the server may ignore it", async () => {
    repository.edit(spec, "        age: { type: integer, default: 18 }\n", "")
    expect(await changes()).toEqual(["major: Property `age` was removed."])
  })

  test("an attribute that an answer need no longer have", async () => {
    repository.edit(spec, "required: [id, joinedAt]", "required: [id]")
    expect(await changes()).toEqual(["major: Properties of `Member` are no longer required: `joinedAt`."])
  })

  test("a status", async () => {
    const text = `        "429":\n          description: Too many requests\n          content:\n            text/html:\n              schema: { type: string }\n              examples:\n                tooMany: { value: "<h1>429</h1>\\n" }\n`
    repository.edit(spec, text, "")
    expect(await changes()).toEqual(["major: Response `429` was removed."])
  })

  test("an API", async () => {
    repository.write(
      "specs/archive/openapi.yaml",
      "openapi: 3.1.0\ninfo: { title: Archive, version: 1.0.0 }\npaths: {}\n"
    )
    repository.release("0.3.1")
    repository.remove("specs/archive")
    expect(await changes()).toEqual(["major: The whole API was removed."])
  })

  test("a field that becomes required in a schema that no operation refers to", async () => {
    repository.edit(
      spec,
      "    Binding:",
      `    Loose: { type: object, required: [a], properties: { a: {}, b: {} } }\n    Binding:`
    )
    repository.release("0.3.1")
    repository.edit(spec, "required: [a]", "required: [a, b]")
    expect(await changes()).toEqual([`major: \`required\` changed from ["a"] to ["a","b"].`])
  })
})

describe("what only readers see is a patch", () => {
  test("a description", async () => {
    repository.edit(genre, "Kind of book.", "Kind of a book.")
    expect(await changes()).toEqual([`patch: \`description\` changed from "Kind of book." to "Kind of a book.".`])
  })

  test("a tag", async () => {
    repository.edit(spec, "paths:\n", "tags:\n  - { name: Members }\npaths:\n")
    repository.release("0.3.1")
    repository.edit(spec, "tags:\n", "tags:\n  - { name: Books }\n")
    expect(await changes()).toEqual(["patch: Tag was added."])
  })

  test("an example", async () => {
    repository.edit(spec, "until: 5", "until: 6")
    expect(await changes()).toEqual(["patch: Only examples or extensions changed."])
  })

  test("nothing at all needs nothing, and neither does a comment", async () => {
    repository.edit(genre, "type: string", "# C-LIB-1\ntype: string")
    expect(await changes()).toEqual([])
  })
})

test("a changed entry of the enhanced-error catalogue is minor where code acts on it, a patch where people read it", async () => {
  repository.edit(failures, "status: 400", "status: 404")
  repository.edit(failures, "Wait a second", "Wait two seconds")
  expect(await changes()).toEqual([
    "minor: `status` changed from 400 to 404.",
    `patch: \`reaction\` changed from "Wait a second" to "Wait two seconds".`
  ])
})

test("a change names its operation and the line to look at", async () => {
  repository.edit(genre, "poetry,", "poetry, manga,")
  const comparison = await compareSpecs(repository.root)
  expect(comparison).toMatchObject({
    apis: [{ api: "library", changes: [{ subject: "POST /o/members", source: `${genre}:4` }] }]
  })
})

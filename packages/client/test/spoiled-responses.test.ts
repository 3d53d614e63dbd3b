import { describe, expect, it } from "vitest"
import { narrow } from "../src/index.ts"
import * as restV2 from "../src/rest-v2/index.ts"
import { examples } from "./examples.ts"

const origin = "https://sp.auth.adobe.com"

/** What may stand where something else is documented. */
const strangers: ReadonlyArray<unknown> = [undefined, null, 0, "", "x", true, [], {}, [null], [[{}]]]

/** The value with each of its parts, and itself, replaced by each stranger. */
const spoiled = function* (value: unknown): Generator<unknown> {
  yield* strangers
  if (typeof value !== "object" || value === null) return
  for (const [name, part] of Object.entries(value)) {
    for (const stranger of spoiled(part)) {
      yield Array.isArray(value) ? Object.assign([...value], { [name]: stranger }) : { ...value, [name]: stranger }
    }
  }
}

const bodies = examples
  .filter(({ status, body }) => status < 300 && typeof body === "object")
  .flatMap(({ body }) => [...spoiled(body)])
  // `undefined` inside a body is a missing member; a missing body is a string.
  .map((body) => (body === undefined ? "" : JSON.parse(JSON.stringify(body))))

// Boundary: any value is passed in place of a documented body.
const readers: { readonly [name: string]: (body: never) => unknown } = {
  readSession: (body) => restV2.readSession(body, origin),
  readSessionDetails: restV2.readSessionDetails,
  readProfiles: restV2.readProfiles,
  readDecisions: (body) => restV2.readDecisions(body, ["REF30", "resource1"]),
  readLogouts: (body) => restV2.readLogouts(body, origin)
}

describe("a response of which any part is missing or another value", () => {
  it("stands for every documented success", () => {
    expect(bodies.length).toBeGreaterThan(10_000)
  })

  it("is a success as long as it is a JSON object, and malformed otherwise", () => {
    expect(kindsOf(bodies.filter(isObject))).toEqual(new Set(["success"]))
    expect(kindsOf(bodies.filter((body) => !isObject(body)))).toEqual(new Set(["malformed"]))
  })

  it.each(Object.entries(readers))(
    "is read by %s without an exception if it is nested deeply or no object",
    (_name, read) => {
      const deep = [
        nested("[", "]"),
        nested('{"logouts":', "}"),
        nested('{"profiles":', "}"),
        nested('{"decisions":[', "]}")
      ]
      const bare = { X: { actionName: "logout", url: nested("[", "]"), attributes: nested('{"zip":', "}") } }
      for (const body of [...deep, bare, { profiles: bare }, ...strangers])
        expect(() => read(body as never)).not.toThrow()
    }
  )

  it.each(Object.entries(readers))("is read by %s without an exception", (_name, read) => {
    const refused = bodies.filter(isObject).filter((body) => {
      try {
        read(body as never)
        return false
      } catch {
        return true
      }
    })
    expect(refused).toEqual([])
  })
})

/** 5000 levels of one construct. */
const nested = (open: string, close: string) => JSON.parse(open.repeat(5000) + "{}" + close.repeat(5000))

const kindsOf = (some: ReadonlyArray<unknown>): ReadonlySet<string> => {
  const contract = { statuses: [200] }
  return new Set(some.map((data) => narrow<never>({ data, response: new Response(), contract }).kind))
}

const isObject = (body: unknown): boolean => typeof body === "object" && body !== null && !Array.isArray(body)

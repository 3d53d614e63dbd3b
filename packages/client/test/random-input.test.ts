import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  deviceIdentifierHeader,
  deviceInfoHeader,
  forwardedForHeader,
  InvalidHeaderError,
  narrow,
  partnerFrameworkStatusHeader,
  platformIdentityHeader,
  readFailure,
  retryAfterMillis,
  serviceTokenHeader,
  temporaryAccessIdentityHeader,
  visitorIdentifierHeader
} from "../src/index.ts"
import * as restV2 from "../src/rest-v2/index.ts"

const runs = { numRuns: 1000 }
const origin = "https://sp.auth.adobe.com"

/** Any value that JSON has, and strings that look like what headers and bodies hold. */
const likely = fc.oneof(
  fc.constantFrom("", " ", "all", "null", "1e3", "-1", "NaN", "a.b.c", "\u0000", "\ud800", "é", "127.0.0.1", "::1"),
  fc.string({ unit: "binary" }),
  fc.base64String(),
  fc.ipV4(),
  fc.ipV6(),
  fc.jsonValue()
)
const anything = fc.oneof(likely, fc.anything(), fc.dictionary(fc.string(), likely))

// Boundary: any value is passed in place of a documented one.
const builders: { readonly [name: string]: (value: never) => Readonly<Record<string, string>> } = {
  deviceIdentifierHeader,
  deviceInfoHeader,
  forwardedForHeader,
  partnerFrameworkStatusHeader,
  platformIdentityHeader,
  serviceTokenHeader,
  temporaryAccessIdentityHeader,
  visitorIdentifierHeader
}

describe("header builders", { retry: 0 }, () => {
  it.each(Object.entries(builders))(
    "%s: a header that `Headers` accepts as it is, or an InvalidHeaderError",
    (_, build) => {
      expect(
        fc.check(
          fc.property(anything, (value) => isHeaderOrRefusal(build, value)),
          runs
        ).counterexample
      ).toBeNull()
    }
  )
})

describe("retryAfterMillis", { retry: 0 }, () => {
  it("is undefined or a whole number of milliseconds within its limits, for every header", () => {
    const header = fc.oneof(
      fc.string({ unit: "grapheme-ascii" }),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString())
    )
    expect(fc.check(fc.property(header, isMillis), runs).counterexample).toBeNull()
  })
})

// Boundary: any value is passed in place of a documented body.
const readers: { readonly [name: string]: (body: never) => unknown } = {
  readSession: (body) => restV2.readSession(body, origin),
  readSessionDetails: restV2.readSessionDetails,
  readProfiles: restV2.readProfiles,
  readDecisions: (body) => restV2.readDecisions(body, ["REF30", "REF30", ""]),
  readLogouts: (body) => restV2.readLogouts(body, origin)
}

/** Bodies of the documented shape whose members are anything. */
const body = fc.oneof(
  anything,
  fc.record(
    {
      profiles: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
      decisions: fc.oneof(
        anything,
        fc.array(
          fc.oneof(anything, fc.record({ resource: anything, authorized: anything, error: anything, token: anything }))
        )
      ),
      logouts: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
      actionName: anything,
      url: anything,
      code: anything,
      notBefore: anything,
      notAfter: anything,
      missingParameters: anything,
      device: anything
    },
    { requiredKeys: [] }
  )
)

describe("readers", { retry: 0 }, () => {
  it.each(Object.entries(readers))("%s: never throws", (_, read) => {
    expect(
      fc.check(
        fc.property(body, (value) => void read(value as never)),
        runs
      ).counterexample
    ).toBeNull()
  })

  it("make no permit of what is none", () => {
    expect(fc.check(fc.property(body, isHonest), runs).counterexample).toBeNull()
  })
})

describe("responses", { retry: 0 }, () => {
  const response = fc.record({
    status: fc.integer({ min: 200, max: 599 }).filter((status) => status !== 204 && status !== 205 && status !== 304),
    type: fc.constantFrom("application/json", "text/html", "text/plain", "application/octet-stream", "x", ""),
    text: fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant("[".repeat(20_000)),
      fc.json().map((json) => json.slice(0, -1))
    )
  })

  it("become a failure or a success, and nothing throws", async () => {
    const details = await fc.check(
      fc.asyncProperty(response, async ({ status, type, text }) => {
        const make = () => new Response(text, { status, headers: { "content-type": type } })
        const failure = status < 400 ? { httpStatus: status } : await readFailure(make())
        const body: unknown = safeJson(text)
        const result = status < 300 ? { data: body } : { error: body }
        // Boundary: what a client resolves to, with any body.
        const { kind } = narrow({ ...result, response: make() } as never)
        return failure?.httpStatus === status && ["success", "failure", "malformed", "undocumented"].includes(kind)
      }),
      { numRuns: 1000 }
    )
    expect(details.counterexample).toBeNull()
  })
})

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const isHeaderOrRefusal = (build: (value: never) => Readonly<Record<string, string>>, value: unknown): boolean => {
  try {
    return Object.entries(build(value as never)).every(
      ([name, header]) => new Headers({ [name]: header }).get(name) === header
    )
  } catch (error) {
    return error instanceof InvalidHeaderError
  }
}

const isMillis = (value: string): boolean => {
  const headers = new Headers()
  try {
    headers.set("retry-after", value)
  } catch {
    // The platform sends no such header.
    return true
  }
  const millis = retryAfterMillis(headers)
  return millis === undefined || (Number.isFinite(millis) && millis >= 0)
}

const isSent = (value: unknown): boolean => {
  const sent: unknown = Reflect.get(Object(value), "decisions")
  return (
    Array.isArray(sent) &&
    sent.some((item: unknown) => [true, "true"].includes(Reflect.get(Object(item), "authorized")))
  )
}

const isHonest = (value: unknown): boolean =>
  isSent(value) || restV2.readDecisions(value as never, ["REF30"]).every(({ kind }) => kind !== "permit")

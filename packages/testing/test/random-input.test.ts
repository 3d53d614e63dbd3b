import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createSimulatorCore, exampleSoftwareStatement } from "../src/simulator/index.ts"

const runs = { numRuns: 750 }
const origin = "https://sp.auth.adobe.com"

const segment = fc.oneof(
  fc.constantFrom(
    "",
    ".",
    "..",
    "%",
    "%2e%2e",
    "%00",
    "REF30",
    "code",
    "sso",
    "Apple",
    "Cablevision",
    "saml",
    "\u00e9"
  ),
  fc.string({ maxLength: 20 }),
  fc.webFragments()
)
const path = fc
  .tuple(
    fc.constantFrom(
      "/o/client/",
      "/api/v2/",
      "/api/v2/REF30/",
      "/adobe-services/",
      "/simulated-mvpd/",
      "/esm/v3/",
      "/control/v3/",
      "/reset-tempass/v3/",
      "/"
    ),
    fc.array(segment, { maxLength: 5 }),
    fc.webQueryParameters()
  )
  .map(([prefix, segments, query]) => `${prefix}${segments.join("/")}?${query}`)

const requests = fc.record({
  path,
  method: fc.constantFrom("GET", "POST", "DELETE", "PUT", "OPTIONS", "HEAD"),
  headers: fc.dictionary(
    fc.constantFrom(
      "authorization",
      "ap-device-identifier",
      "x-device-info",
      "x-forwarded-for",
      "content-type",
      "ap-temppass-identity",
      "ad-service-token",
      "adobe-subject-token",
      "ap-partner-framework-status"
    ),
    fc.oneof(
      fc.base64String(),
      fc.string({ unit: "grapheme-ascii" }),
      fc.json({ noUnicodeString: true }).filter((text) => !text.includes("\n"))
    ),
    { maxKeys: 5 }
  ),
  body: fc.oneof(fc.constant(""), fc.json(), fc.webQueryParameters(), fc.string())
})

describe("the simulator under random requests", { retry: 0 }, () => {
  it("responds to each: no exception, no 500, no secret and no markup of the request in a page", async () => {
    const simulator = createSimulatorCore({ throttle: false, seed: 1 })
    const isSound = async ({ path: target, method, headers, body }: RandomRequest): Promise<boolean> => {
      const request = makeRequest(target, method, headers, body)
      if (request === undefined) return true
      const response = await simulator.handle(request)
      const text = await response.text()
      return (
        response.status < 500 &&
        !text.includes(exampleSoftwareStatement) &&
        // What the request brought must not become an element of a page.
        !text.includes("<canary") &&
        !/^(?:javascript|data|view-source|filesystem):/i.test(response.headers.get("location") ?? "")
      )
    }
    expect((await fc.check(fc.asyncProperty(requests, isSound), runs)).counterexample).toBeNull()
  })

  it("shows no markup of a login form that anybody fills in", async () => {
    const simulator = createSimulatorCore({ throttle: false, seed: 1 })
    const isInert = async (left: string, right: string, page: string): Promise<boolean> => {
      const query = new URLSearchParams({
        code: `<canary>${left}`,
        redirect_url: `javascript:${right}`,
        mso_id: `"><canary>${right}`
      })
      const response = await simulator.handle(new Request(`${origin}/adobe-services/authenticate/${page}?${query}`))
      const text = await response.text()
      return response.status < 500 && !text.includes("<canary") && !/(?:href|action)="javascript:/i.test(text)
    }
    const pages = fc.constantFrom("saml", "logout", "")
    const details = await fc.check(fc.asyncProperty(fc.string(), fc.string(), pages, isInert), { numRuns: 500 })
    expect(details.counterexample).toBeNull()
  })
})

type RandomRequest = typeof requests extends fc.Arbitrary<infer Value> ? Value : never

const makeRequest = (
  target: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string
): Request | undefined => {
  try {
    return new Request(`${origin}${target}&x=<canary>`, {
      method,
      headers,
      ...(method === "GET" || method === "HEAD" || method === "OPTIONS" ? {} : { body })
    })
  } catch {
    // The platform sends no such request.
    return undefined
  }
}

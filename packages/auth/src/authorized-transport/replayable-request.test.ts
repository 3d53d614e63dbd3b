import { describe, expect, it, vi } from "vitest"
import { makeRequest, ReplayableRequest, requestClass } from "./replayable-request.ts"

const url = "http://127.0.0.1:4010/api/v2/REF30/sessions"
const text = "mvpd=Cablevision&domainName=ü"

/** What arrives of a request that is sent three times, as after a 429 and a 401. */
const sentThreeTimes = async (request: ReplayableRequest) => {
  const sent = []
  for (const token of ["a", "b", "c"]) {
    const next = request.take()
    next.headers.set("Authorization", token)
    sent.push([next.method, next.url, next.headers.get("Authorization"), next.headers.get("Trace"), await next.text()])
  }
  return sent
}
const expected = ["a", "b", "c"].map((token) => ["POST", url, token, "1", text])
const init = (body: BodyInit): RequestInit => ({ method: "POST", headers: { Trace: "1" }, body })

describe("a request with a body", () => {
  it("of text is sent anew each time, without a copy of it", async () => {
    const clone = vi.spyOn(Request.prototype, "clone")
    expect(await sentThreeTimes(new ReplayableRequest(makeRequest(url, init(text)), false))).toEqual(expected)
    expect(clone).not.toHaveBeenCalled()
    clone.mockRestore()
  })

  it.each([
    ["bytes", new TextEncoder().encode(text)],
    ["a form", new URLSearchParams(text)]
  ])("of %s is copied", async (_, body) => {
    const sent = await sentThreeTimes(new ReplayableRequest(makeRequest(url, init(body)), false))
    expect(sent.map((members) => members.slice(0, 4))).toEqual(expected.map((members) => members.slice(0, 4)))
    expect(sent.map((members) => new URLSearchParams(String(members[4])).get("domainName"))).toEqual(["ü", "ü", "ü"])
  })

  it("is sent as it was made, whatever becomes of the options it was made of", async () => {
    const options = init(text)
    const request = new ReplayableRequest(makeRequest(url, options), false)
    Object.assign(options, { body: "another", method: "PUT", headers: {} })
    expect(await sentThreeTimes(request)).toEqual(expected)
  })

  it("takes it along to where a redirect leads, with the headers it has by then", async () => {
    const request = new ReplayableRequest(makeRequest(url, init(text)), false)
    request.take().headers.set("Authorization", "a")
    const redirected = request.redirected(307, `${url}/2`)?.take()
    expect([redirected?.url, redirected?.headers.get("Authorization")]).toEqual([`${url}/2`, "a"])
    expect(await redirected?.text()).toBe(text)
    const asGet = request.redirected(303, `${url}/3`)?.take()
    expect([asGet?.method, await asGet?.text()]).toEqual(["GET", ""])
  })

  it("keeps the signal of its caller", () => {
    const controller = new AbortController()
    const request = new ReplayableRequest(makeRequest(url, { ...init(text), signal: controller.signal }), false)
    request.take()
    const again = request.take()
    controller.abort()
    expect(again.signal.aborted).toBe(true)
  })
})

describe("the class of requests for clients", () => {
  const Class = requestClass()

  it("makes requests of the platform", () => {
    const request = new Class(url, init(text))
    expect([request instanceof Request, request instanceof Class, new Request(url) instanceof Class]).toEqual([
      true,
      true,
      true
    ])
  })

  it("makes requests that need no copy to be sent again", async () => {
    const clone = vi.spyOn(Request.prototype, "clone")
    expect(await sentThreeTimes(new ReplayableRequest(new Class(url, init(text)), false))).toEqual(expected)
    expect(clone).not.toHaveBeenCalled()
    clone.mockRestore()
  })

  it("is none where there is none yet", () => {
    vi.stubGlobal("Request", undefined)
    try {
      expect(requestClass()).toBeUndefined()
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

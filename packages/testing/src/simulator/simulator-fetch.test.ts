import { describe, expect, it } from "vitest"
import { createFetch } from "./simulator-fetch.ts"

const origin = "https://sp.auth.adobe.com"

/** A server of redirects: `/301/target` and so on; anything else echoes what it got. */
const handle = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  const [, status, ...target] = pathname.split("/")
  if (status === "reset") return Response.error()
  if (status === "external") return new Response(null, { status: 302, headers: { location: "https://adobe.com/done" } })
  if (Number(status) >= 300) {
    return new Response(null, { status: Number(status), headers: { location: `/${target.join("/")}` } })
  }
  return Response.json([request.method, pathname, await request.text()])
}

const fetch = createFetch([origin], handle)

const causeOf = (call: Promise<unknown>) =>
  call.then(
    () => "no failure",
    (failure: TypeError) => [failure.name, failure.message, String(failure.cause)]
  )

describe("the fetch of a simulator", () => {
  it("takes what fetch takes", async () => {
    const responses = [
      await fetch(`${origin}/a`),
      await fetch(new URL("/a", origin)),
      await fetch(new Request(`${origin}/a`)),
      await fetch(new Request(`${origin}/a`), { method: "PUT", body: "b" })
    ]
    expect(await Promise.all(responses.map((response) => response.json()))).toEqual([
      ["GET", "/a", ""],
      ["GET", "/a", ""],
      ["GET", "/a", ""],
      ["PUT", "/a", "b"]
    ])
  })

  it("uses up the body of a request even if the simulator does not read it", async () => {
    const unread = createFetch([origin], async () => new Response(null, { status: 429 }))
    const request = new Request(`${origin}/a`, { method: "POST", body: "b" })
    await unread(request)
    await expect(unread(request)).rejects.toThrow(TypeError)
  })

  it("reaches the simulator and nothing else", async () => {
    expect(await causeOf(fetch("https://elsewhere.example/a"))).toEqual([
      "TypeError",
      "Failed to fetch",
      "Error: The simulator is https://sp.auth.adobe.com; the request went to https://elsewhere.example."
    ])
  })

  it("reports a broken connection like a network", async () => {
    expect(await causeOf(fetch(`${origin}/reset`))).toEqual([
      "TypeError",
      "Failed to fetch",
      "Error: The connection was reset."
    ])
  })

  it("follows redirects, which turn a POST into a GET unless the status forbids it", async () => {
    const post = { method: "POST", body: "b" }
    expect(await (await fetch(`${origin}/302/a`, post)).json()).toEqual(["GET", "/a", ""])
    expect(await (await fetch(`${origin}/303/301/a`, post)).json()).toEqual(["GET", "/a", ""])
    expect(await (await fetch(`${origin}/307/a`, post)).json()).toEqual(["POST", "/a", "b"])
  })

  it("leaves redirects to the caller who wants them", async () => {
    const response = await fetch(`${origin}/302/a`, { redirect: "manual" })
    expect([response.status, response.headers.get("location")]).toEqual([302, "/a"])
    expect(await causeOf(fetch(`${origin}/302/a`, { redirect: "error" }))).toContain(
      "Error: A redirect to /a was not to be followed."
    )
  })

  it("says where a redirect leaves the simulator", async () => {
    expect(await causeOf(fetch(`${origin}/external`))).toContain(
      'Error: A redirect leads away from the simulator to https://adobe.com/done. Use `redirect: "manual"`.'
    )
  })

  it.each([
    ["GET", 301, "GET", ""],
    ["HEAD", 303, "HEAD", ""],
    ["POST", 301, "GET", ""],
    ["POST", 303, "GET", ""],
    ["POST", 308, "POST", "b"],
    ["PUT", 301, "PUT", "b"],
    ["PUT", 302, "PUT", "b"],
    ["PUT", 303, "GET", ""],
    ["DELETE", 303, "GET", ""],
    ["PATCH", 307, "PATCH", "b"]
  ] as const)("follows a redirect of %s with %i by %s", async (method, status, expected, body) => {
    const seen: unknown[] = []
    const follow = createFetch([origin], async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === "/target") seen.push([request.method, await request.text(), request.headers.get("content-type")])
      return pathname === "/target"
        ? new Response(null, { status: 204 })
        : new Response(null, { status, headers: { location: "/target" } })
    })
    const bodyless = method === "GET" || method === "HEAD"
    await follow(`${origin}/from`, bodyless ? { method } : { method, body: "b" })
    expect(seen).toEqual([[expected, body, body === "" ? null : "text/plain;charset=UTF-8"]])
  })

  it.each([
    [20, 21, "no failure"],
    [21, 21, "Error: More than 20 redirects."]
  ])("follows up to 20 redirects: %i take %i requests", async (redirects, expected, outcome) => {
    let requests = 0
    const follow = createFetch([origin], async () => {
      requests += 1
      return requests > redirects
        ? new Response(null, { status: 204 })
        : new Response(null, { status: 302, headers: { location: "/" } })
    })
    expect([await causeOf(follow(origin))].flat()).toContain(outcome)
    expect(requests).toBe(expected)
  })

  it("rejects with the reason of the signal, before and during the call", async () => {
    await expect(fetch(`${origin}/a`, { signal: AbortSignal.abort("early") })).rejects.toBe("early")
    const abort = new AbortController()
    const never = createFetch([origin], () => new Promise(() => undefined))
    const call = never(origin, { signal: abort.signal })
    abort.abort("late")
    await expect(call).rejects.toBe("late")
  })
})

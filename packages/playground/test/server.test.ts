import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startPlaygroundServer } from "../src/server/playground-server.ts"

const folder = mkdtempSync(join(tmpdir(), "playground-"))
let server: Awaited<ReturnType<typeof startPlaygroundServer>>
beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<title>index</title>")
  writeFileSync(join(folder, "tv.html"), "<title>tv</title>")
  server = await startPlaygroundServer({ port: 0, host: "127.0.0.1", pageFolder: folder })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const get = async (path: string) => {
  const response = await fetch(server.origin + path)
  return [response.status, response.headers.get("content-type"), (await response.text()).slice(0, 40)]
}
const command = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/playground/command`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body)
  })

/** Sends a request with any Host header, which `fetch` does not allow. */
const statusFor = (path: string, host: string) =>
  new Promise((resolve, reject) => {
    request(`${server.origin}${path}`, { headers: { host } }, (response) => {
      resolve(response.statusCode)
      response.destroy()
    })
      .on("error", reject)
      .end()
  })

describe("the server", () => {
  it("serves the pages and the simulator on one origin", async () => {
    expect(await get("/")).toEqual([200, "text/html;charset=utf-8", "<title>index</title>"])
    expect(await get("/tv?television=kitchen")).toEqual([200, "text/html;charset=utf-8", "<title>tv</title>"])
    expect((await get("/api/v2/REF30/configuration"))[0]).toBe(401)
  })

  it.each(["/missing.html", "/../package.json", "/%2e%2e/package.json", "/assets/../../package.json"])(
    "serves no other file: %s",
    async (path) => {
      expect((await get(path))[0]).toBe(404)
    }
  )

  it("tells devices what they need, and the page everything as it happens", async () => {
    const stop = new AbortController()
    const events = await fetch(`${server.origin}/playground/events`, { signal: stop.signal })
    expect(events.headers.get("content-type")).toBe("text/event-stream")
    await get("/api/v2/REF30/profiles")
    let received = ""
    const decoder = new TextDecoder()
    for await (const chunk of events.body ?? []) {
      received += decoder.decode(chunk)
      if (received.includes('"path":"/api/v2/REF30/profiles"')) break
    }
    stop.abort()
    expect(received).toContain('"scenario":"first-launch"')
    const settings: unknown = await (await fetch(`${server.origin}/playground/settings`)).json()
    expect(settings).toMatchObject({ serviceProvider: "REF30", publicOrigin: server.origin })
  })

  it("performs commands, and says why it does not", async () => {
    expect((await command({ kind: "start", scenario: "returning-viewer" })).status).toBe(204)
    const refused = await command({ kind: "start", scenario: "nothing" })
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: { message: "There is no scenario nothing." } }
    ])
    const unknown = await command({ kind: "control", control: "journal", values: [] })
    expect([unknown.status, await unknown.json()]).toEqual([
      400,
      { error: { message: "There is no control journal." } }
    ])
  })

  it("takes no commands from pages of other origins, and shows them no requests", async () => {
    expect((await command({ kind: "start" }, { origin: "https://example.com" })).status).toBe(403)
    expect((await command({ kind: "start" }, { "content-type": "text/plain" })).status).toBe(415)
    expect(await statusFor("/playground/events", "attacker.example")).toBe(403)
    expect(await statusFor("/playground/settings", "attacker.example")).toBe(200)
  })

  it("keeps the limits of the simulator's server", async () => {
    const response = await fetch(`${server.origin}/o/client/register`, { method: "POST", body: "x".repeat(1_100_000) })
    expect(response.status).toBe(413)
    expect(await statusFor("/", "bad host")).toBe(400)
  })
})

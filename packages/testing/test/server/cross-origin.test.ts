import { expect, it, onTestFinished, vi } from "vitest"
import { startSimulatorServer, type CrossOriginPolicy, type ServedSimulator } from "../../src/server/index.ts"

const page = "https://app.example"

const serve = async (crossOrigin?: CrossOriginPolicy, response = () => new Response("answer")) => {
  const handle = vi.fn<ServedSimulator["handle"]>(async () => response())
  const server = await startSimulatorServer({ simulator: { handle }, ...(crossOrigin && { crossOrigin }) })
  onTestFinished(server.close)
  const preflight = () =>
    fetch(server.origin, { method: "OPTIONS", headers: { Origin: page, "Access-Control-Request-Method": "GET" } })
  const get = () => fetch(server.origin, { headers: { Origin: page } })
  return { handle, preflight, get, origin: server.origin }
}

it("allows the headers of the documented sample to pages of other origins", async () => {
  const { handle, preflight } = await serve()
  const response = await preflight()
  expect(response.status).toBe(204)
  expect(response.headers.get("access-control-allow-origin")).toBe(page)
  expect(response.headers.get("access-control-allow-methods")).toBe("POST,GET,OPTIONS,DELETE")
  const allowed = response.headers.get("access-control-allow-headers")?.split(",")
  expect(allowed).toEqual(expect.arrayContaining(["authorization", "AP-Device-Identifier", "X-Device-Info"]))
  expect(allowed).not.toContain("AD-Service-Token")
  expect(handle).not.toHaveBeenCalled()
})

it("allows every documented request header when told to", async () => {
  const response = await (await serve("all")).preflight()
  expect(response.headers.get("access-control-allow-headers")?.split(",")).toEqual(
    expect.arrayContaining(["AP-Device-Identifier", "AD-Service-Token", "AP-TempPass-Identity", "X-Forwarded-For"])
  )
})

it("lets a page of another origin read a response", async () => {
  const response = await (await serve()).get()
  expect(response.headers.get("access-control-allow-origin")).toBe(page)
  expect(response.headers.get("vary")).toBe("Origin")
  expect(await response.text()).toBe("answer")
})

it("hides the 429 from pages of other origins, as the documented one is hidden", async () => {
  const response = await (await serve("documented", () => new Response("slow down", { status: 429 }))).get()
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([429, null])
})

it("lets no other origin in when told not to", async () => {
  const { handle, preflight, get } = await serve("none")
  expect((await preflight()).headers.get("access-control-allow-origin")).toBeNull()
  expect((await get()).headers.get("access-control-allow-origin")).toBeNull()
  expect(handle).toHaveBeenCalledTimes(2)
})

it("adds nothing for clients that are no pages, and leaves their OPTIONS to the simulator", async () => {
  const { handle, origin } = await serve()
  const responses = [await fetch(origin), await fetch(origin, { method: "OPTIONS" })]
  expect(responses.map((response) => response.headers.get("access-control-allow-origin"))).toEqual([null, null])
  expect(handle).toHaveBeenCalledTimes(2)
})

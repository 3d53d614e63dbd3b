import { describe, expect, it } from "vitest"
import { readText } from "../../src/network/index.ts"
import { applicationRegistration, type Reply } from "../fake-server/fake-adobe-pass.ts"
import { failureOf, World } from "./device.ts"

const megabyte = 1_048_576

/** A body without an end, of which each read gives another 64 kB. */
const endless = (counter: { bytes: number }, headers?: Record<string, string>, status = 201): Reply => {
  const chunk = new TextEncoder().encode("x".repeat(65_536))
  return () =>
    new Response(
      new ReadableStream({
        pull: (controller) => {
          counter.bytes += chunk.length
          controller.enqueue(chunk)
        }
      }),
      { status, headers: headers ?? {} }
    )
}

/** A body that never brings anything. */
const silent =
  (status: number): Reply =>
  () =>
    new Response(new ReadableStream(), { status })

describe("every read of a response is bounded (rule 21)", () => {
  it.each(["register", "token"] as const)("an endless body of %s is malformed", async (operation) => {
    const world = new World()
    const counter = { bytes: 0 }
    world.server.next(operation, endless(counter))
    expect((await failureOf(world.start().token())).reason).toMatchObject({ _tag: "MalformedResponse", field: "body" })
    expect(counter.bytes).toBeLessThan(megabyte)
  })

  it.each(["register", "token"] as const)("a silent body of %s is a failure of the network", async (operation) => {
    const world = new World()
    world.server.next(operation, silent(201), silent(201), silent(201), silent(201))
    const error = await failureOf(world.start().token())
    expect(error.reason._tag).toMatch(/Transport|DeadlineExceeded/)
    expect(world.clock.elapsed).toBeLessThanOrEqual(75_000)
  })

  it.each([
    ["an endless", (counter: { bytes: number }) => endless(counter, {}, 401)],
    ["a silent", () => silent(401)]
  ])("%s body of a second 401 goes back to the caller", async (_, reply) => {
    const world = new World()
    const counter = { bytes: 0 }
    const app = world.start()
    await app.token()
    world.server.next("call", applicationRegistration, reply(counter))
    const response = await app.call()
    expect(response.status).toBe(401)
    expect(counter.bytes).toBeLessThan(megabyte)
    expect(world.clock.elapsed).toBeLessThanOrEqual(5_000)
    expect(world.server.count("register")).toBe(1)
  })

  it("a compressed body counts as it is after decompression", async () => {
    const compressed = new Response(
      new Blob(["x".repeat(megabyte)]).stream().pipeThrough(new CompressionStream("gzip"))
    ).body?.pipeThrough(new DecompressionStream("gzip"))
    expect(await readText(new Response(compressed ?? null), 65_536)).toBeUndefined()
  })

  it("reads strings of several chunks, of Node's streams and of platforms without streams", async () => {
    const bytes = new TextEncoder().encode("Zażółć")
    const chunks = [bytes.slice(0, 3), bytes.slice(3)]
    const web = new Response(
      new ReadableStream({
        start: (controller) => {
          for (const chunk of chunks) controller.enqueue(chunk)
          controller.close()
        }
      })
    )
    const node = {
      body: (async function* () {
        yield* chunks
      })()
    }
    const reactNative = { text: () => Promise.resolve("Zażółć") }
    for (const response of [web, node, reactNative]) {
      expect(await readText(response as unknown as Response, 100)).toBe("Zażółć")
    }
  })

  it.each(["of Node's streams", "without streams"])("is bounded %s as well", async (kind) => {
    const body = (async function* () {
      for (;;) yield new Uint8Array(1_000)
    })()
    const response = kind === "without streams" ? { text: () => Promise.resolve("x".repeat(5_000)) } : { body }
    expect(await readText(response as unknown as Response, 4_000)).toBeUndefined()
  })

  it("rejects if the body breaks off", async () => {
    const broken = new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError("reset")) }))
    await expect(readText(broken, 100)).rejects.toThrow("reset")
  })
})

import { gzipSync } from "node:zlib"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { readText, readTextOrNothing } from "./read-text.ts"

/** A response without end, and how many of its chunks were read and whether it was cancelled. */
const endless = (chunk: string) => {
  const state = { chunks: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        state.chunks++
        controller.enqueue(new TextEncoder().encode(chunk))
      },
      cancel: () => {
        state.cancelled = true
      }
    },
    { highWaterMark: 0 }
  )
  return { response: new Response(body), state }
}

/** A response whose body never comes, and whether it was cancelled. */
const silent = () => {
  const state = { cancelled: false }
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (state.cancelled = true) })
  return { response: new Response(body), state }
}

const broken = () =>
  new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("connection reset")) }))

/** Replaces timers, and tells whether the one of that length was set and cleared. Connections may have timers of theirs. */
const watchTimers = () => {
  vi.useFakeTimers()
  const set = vi.spyOn(globalThis, "setTimeout")
  const clear = vi.spyOn(globalThis, "clearTimeout")
  onTestFinished(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
  return (millis: number): boolean => {
    const index = set.mock.calls.findIndex(([, delay]) => delay === millis)
    return index >= 0 && clear.mock.calls.some(([timer]) => timer === set.mock.results[index]?.value)
  }
}

describe("the text of a response", () => {
  it("is whole up to the limit", async () => {
    expect(await readText(new Response("grün 📺"), { bytes: 10 })).toBe("grün 📺")
  })

  it("has characters whole that chunks split", async () => {
    const bytes = new TextEncoder().encode("é📺")
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      }
    })
    expect(await readText(new Response(body))).toBe("é📺")
  })

  it("ends at the limit, and the rest is not read", async () => {
    const { response, state } = endless("abcd")
    expect(await readText(response, { bytes: 10 })).toBe("abcdabcdab")
    expect(state).toEqual({ chunks: 3, cancelled: true })
  })

  it("is limited after decompression", async () => {
    const server = createServer((_request, response) => {
      response.setHeader("content-encoding", "gzip").end(gzipSync("a".repeat(10_000_000)))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    onTestFinished(() => void server.close().closeAllConnections())
    // Boundary: a server on a port has an address with a port.
    const { port } = server.address() as AddressInfo
    expect(await readText(await fetch(`http://127.0.0.1:${port}`), { bytes: 1000 })).toBe("a".repeat(1000))
  })

  it("fails when the body is not complete in time, and the connection is released", async () => {
    const wasCleared = watchTimers()
    const { response, state } = silent()
    const text = readText(response, { millis: 500 })
    await Promise.all([expect(text).rejects.toThrow("not complete after 500 ms"), vi.advanceTimersByTimeAsync(500)])
    expect(state.cancelled).toBe(true)
    expect(wasCleared(500)).toBe(true)
  })

  it("leaves no timer behind", async () => {
    const wasCleared = watchTimers()
    await readText(new Response("text"))
    expect(wasCleared(60_000)).toBe(true)
  })

  it.each([undefined, { pipe: () => undefined }])("does without streams of the platform (%#)", async (body) => {
    const response = { body, text: async () => "abcdef" } as unknown as Response
    expect(await readText(response, { bytes: 4 })).toBe("abcd")
  })

  it("fails for a body that breaks off", async () => {
    await expect(readText(broken())).rejects.toThrow("connection reset")
  })
})

describe("the text or nothing of a response", () => {
  it("is empty for a body that was used, breaks off, never comes or is not there", async () => {
    const used = new Response("text")
    await used.text()
    const limits = { bytes: 10, millis: 1 }
    const responses = [used, broken(), silent().response, new Response(null)]
    expect(await Promise.all(responses.map((response) => readTextOrNothing(response, limits)))).toEqual([
      "",
      "",
      "",
      ""
    ])
  })
})

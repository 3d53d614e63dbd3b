import { describe, expect, it } from "vitest"
import { boundedText } from "./bounded-text.ts"

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

describe("boundedText", () => {
  it("is the whole text of a body up to the limit", async () => {
    expect(await boundedText(new Response("grün 📺"), 10)).toBe("grün 📺")
  })

  it("puts characters together that chunks take apart", async () => {
    const bytes = new TextEncoder().encode("é📺")
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      }
    })
    expect(await boundedText(new Response(body), 100)).toBe("é📺")
  })

  it("stops reading at the limit", async () => {
    const { response, state } = endless("abcd")
    expect(await boundedText(response, 10)).toBe("abcdabcdab")
    expect(state).toEqual({ chunks: 3, cancelled: true })
  })

  it("does without streams", async () => {
    const response = { body: undefined, text: async () => "abcdef" } as unknown as Response
    expect(await boundedText(response, 4)).toBe("abcd")
  })

  it("is empty for a body that was used, breaks off or cannot be read", async () => {
    const used = new Response("text")
    await used.text()
    const broken = new Response(
      new ReadableStream({
        pull: (controller) => controller.error(new Error("connection reset"))
      })
    )
    expect([
      await boundedText(used, 10),
      await boundedText(broken, 10),
      await boundedText(new Response(null), 10)
    ]).toEqual(["", "", ""])
  })
})

/**
 * Reads the body of a response as a string of at most `limit` bytes after decompression. If the body is longer, stops
 * reading and resolves to `undefined`. Rejects if the body breaks off.
 */
export const readText = async (
  response: Response,
  limit: number,
  signal?: AbortSignal
): Promise<string | undefined> => {
  const chunks = chunksOf(response, signal)
  // React Native has no streams.
  if (chunks === undefined) {
    const text = await response.text()
    return text.length > limit ? undefined : text
  }
  const decoder = new TextDecoder()
  let size = 0
  let text = ""
  for await (const chunk of chunks) {
    size += chunk.length
    // Leaving the loop cancels the rest.
    if (size > limit) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

const chunksOf = ({ body }: Response, signal: AbortSignal | undefined): AsyncIterable<Uint8Array> | undefined => {
  if (body === null || body === undefined) return undefined
  // Safari cannot iterate over streams, and bodies of node-fetch are Node streams, which have no reader.
  if ("getReader" in body) return readerChunks(body, signal)
  return Symbol.asyncIterator in body ? body : undefined
}

async function* readerChunks(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  // A `fetch` that ignores its signal would continue to fill the memory.
  signal?.addEventListener("abort", cancel)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    signal?.removeEventListener("abort", cancel)
    cancel()
  }
}

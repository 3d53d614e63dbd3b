/** 16 MiB. The largest documented response, a configuration, has about 100 KiB. */
const longestBody = 16 * 1024 * 1024

/** The longest time, in milliseconds, between the headers of a response and the end of its body. */
const longestRead = 60_000

/** Limits of reading a body. */
export interface ReadLimits {
  /** Bytes, after decompression. Default: 16 MiB. */
  readonly bytes?: number
  /** Milliseconds within which the whole body must arrive. Default: 60,000. */
  readonly millis?: number
}

/**
 * Reads at most `bytes` of a body as a string. Rejects if the body breaks off, or is not complete after `millis`.
 * Always releases the connection.
 */
export const readText = async (response: Response, limits: ReadLimits = {}): Promise<string> => {
  const { bytes = longestBody, millis = longestRead } = limits
  // React Native has no streams, and node-fetch has Node streams.
  const reader = typeof response.body?.getReader === "function" ? response.body.getReader() : undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ReadTimeout(millis)), millis)
  })
  try {
    if (response.body === null) return ""
    const text = reader === undefined ? response.text() : readUpTo(reader, bytes)
    return (await Promise.race([text, timeout])).slice(0, bytes)
  } finally {
    clearTimeout(timer)
    // Does nothing if the body was read completely.
    void reader?.cancel().catch(() => undefined)
  }
}

/**
 * Reads a body like {@link readText}, but never rejects: resolves to an empty string if the body was used before,
 * breaks off or takes too long.
 */
export const readTextOrNothing = (response: Response, limits: ReadLimits): Promise<string> =>
  readText(response, limits).catch(() => "")

class ReadTimeout extends Error {
  override readonly name = "TimeoutError"

  constructor(millis: number) {
    super(`Failed to read the response: its body was not complete after ${millis} ms. Try again.`)
  }
}

const readUpTo = async (reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ""
  let left = limit
  while (left > 0) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value.subarray(0, left), { stream: true })
    left -= value.length
  }
  return text
}

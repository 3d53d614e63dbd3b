/** 16 MiB: the largest documented response, a configuration, has some 100 KiB. */
const longestBody = 16 * 1024 * 1024

/** Milliseconds between the headers of a response and the end of its body. */
const longestRead = 60_000

/** How much of a body is read, and for how long. */
export interface ReadLimits {
  /** Bytes, after decompression. Default: 16 MiB. */
  readonly bytes?: number
  /** Milliseconds until the whole body has to be there. Default: 60,000. */
  readonly millis?: number
}

/**
 * Reads a body as a string: at most `bytes` of it, the rest is not read. Rejects if the body breaks off or is not complete
 * after `millis`; either way the connection is released.
 */
export const readText = async (response: Response, limits: ReadLimits = {}): Promise<string> => {
  const { bytes = longestBody, millis = longestRead } = limits
  // React Native has no streams, and those of node-fetch are others.
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
    // Nothing is left to cancel of a body that was read to its end.
    void reader?.cancel().catch(() => undefined)
  }
}

/**
 * Reads a body as {@link readText} does, and never rejects: a body that was used before, breaks off or takes too long
 * is empty.
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

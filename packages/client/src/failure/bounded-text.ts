/**
 * Text of a body, at most `limit` bytes of it; the rest is not read. Never rejects: a body that was used before, or
 * breaks off, has no text.
 */
export const boundedText = async (response: Response, limit: number): Promise<string> => {
  try {
    // React Native has no streams.
    return response.body ? await readUpTo(response.body.getReader(), limit) : (await response.text()).slice(0, limit)
  } catch {
    return ""
  }
}

const readUpTo = async (reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ""
  let left = limit
  while (left > 0) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value.subarray(0, left), { stream: true })
    left -= value.length
  }
  reader.cancel().catch(() => undefined)
  return text
}

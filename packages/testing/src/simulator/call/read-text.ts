/** The body as text; `undefined` when it has more than `limit` bytes, the rest of which is not read. */
export const readText = async (request: Request, limit: number): Promise<string | undefined> => {
  if (request.body === null) return ""
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ""
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > limit) {
      // Not awaited: of a request that was cloned, it waits for the clone to be given up as well.
      reader.cancel().catch(() => undefined)
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}

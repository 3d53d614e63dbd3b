/** Reads a response as an application does: the JSON of a success. Returns the status. */
export const readJson = async (response: Response): Promise<number> => {
  if (response.ok) await response.json()
  else await response.text()
  return response.status
}

/** The status of a call that resolves to it, or that rejects with an error that contains it. */
export const reportedStatus = async (call: () => Promise<number>): Promise<number> => {
  try {
    return await call()
  } catch (error) {
    const status = statusOf(error) ?? (error instanceof Error ? statusOf(error.cause) : undefined)
    if (status === undefined) throw error
    return status
  }
}

const statusOf = (error: unknown): number | undefined => {
  if (typeof error !== "object" || error === null) return undefined
  if ("status" in error && typeof error.status === "number") return error.status
  if ("statusCode" in error && typeof error.statusCode === "number") return error.statusCode
  return "response" in error ? statusOf(error.response) : undefined
}

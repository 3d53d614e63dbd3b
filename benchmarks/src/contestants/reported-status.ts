/** The status of a call that resolves with it, or that rejects with an error which names it. */
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

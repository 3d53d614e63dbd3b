/** Says why a text is not JSON, or nothing. */
export const checkJson = (code: string): string | undefined => {
  try {
    JSON.parse(code)
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** Says which line a unified diff cannot have, or nothing. */
export const checkDiff = (code: string): string | undefined => {
  const lines = code.split("\n").filter((line) => line !== "")
  const strange = lines.find((line) => !/^(?:[ +-]|@@ )/.test(line))
  if (strange !== undefined) return `A line of a diff starts with a blank, + or -: ${strange}`
  return lines.some((line) => /^[+-]/.test(line)) ? undefined : "It changes nothing."
}

import { readFileSync } from "node:fs"
import { readReadings, type Readings } from "../simulator/index.ts"

/** Reads `--readings FILE`; throws an error whose message names the file, the problem and the remedy. */
export const readReadingsFile = (path: string): Partial<Readings> => {
  try {
    return readReadings(JSON.parse(readFileSync(path, "utf8")))
  } catch (failure) {
    throw new Error(`Failed to read the readings of ${path}: ${reasonOf(failure)}`, { cause: failure })
  }
}

const reasonOf = (failure: unknown): string => {
  if (failure instanceof SyntaxError) return "it is not JSON."
  if (failure instanceof Error && "code" in failure && failure.code === "ENOENT") return "there is no such file."
  return failure instanceof Error ? failure.message : String(failure)
}

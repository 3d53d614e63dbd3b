import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Report } from "./report/report.ts"

/** Where `pnpm bench` writes to unless told otherwise; committed. */
export const resultsPath = fileURLToPath(new URL("../results.json", import.meta.url))

// Boundary: a file that was written by this program.
export const readReport = (path: string): Report => JSON.parse(readFileSync(path, "utf8")) as Report

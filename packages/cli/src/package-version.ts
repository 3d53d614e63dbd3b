import { readFileSync } from "node:fs"
import { jsonObject } from "./settings/configuration-file.ts"

/** The version in the package's manifest, one folder above both `src` and `dist`. */
export const packageVersion = (): string => {
  const manifest = jsonObject(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
  return String(manifest?.["version"] ?? "unknown")
}

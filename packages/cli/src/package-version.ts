import { readFileSync } from "node:fs"
import { jsonObject } from "./settings/configuration-file.ts"

/** Defined by the bundler. */
declare const TVE_PASS_VERSION: string | undefined

/** Returns the version in the package's manifest, which the bundle contains. */
export const packageVersion = (): string => {
  if (typeof TVE_PASS_VERSION === "string") return TVE_PASS_VERSION
  const manifest = jsonObject(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
  return String(manifest?.["version"] ?? "unknown")
}

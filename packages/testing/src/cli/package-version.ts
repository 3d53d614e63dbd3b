import { readFileSync } from "node:fs"

/** The version in the package's own manifest, two folders above both `src/cli` and `dist/cli`. */
export const packageVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return "unknown"
  return String(manifest.version)
}

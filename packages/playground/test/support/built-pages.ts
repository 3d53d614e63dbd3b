import { mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"

/** Builds the pages into a new folder, as the package has them: those of the server, or those of the static edition. */
export const buildPages = async (
  configuration: "vite.config.ts" | "src/static-edition/vite.config.ts" = "vite.config.ts"
): Promise<{ readonly folder: string; readonly remove: () => void }> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "playground-")))
  const root = fileURLToPath(new URL("../../", import.meta.url))
  await build({ root, configFile: join(root, configuration), logLevel: "error", build: { outDir: folder } })
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

import { cpSync, mkdtempSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Installation } from "./installations.ts"

/**
 * Puts the application of that name in `consumers/` into a project of its own below an installation, whose packages it
 * finds as any application finds those of its project.
 *
 * @returns its folder, which no other test uses
 */
export const placeConsumer = (name: string, { folder }: Installation): string => {
  const target = mkdtempSync(join(folder, `${name}-`))
  cpSync(fileURLToPath(new URL(`../consumers/${name}`, import.meta.url)), target, { recursive: true })
  return target
}

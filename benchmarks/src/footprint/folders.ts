import { fileURLToPath } from "node:url"
import type { Column } from "../report/column.ts"

/** Projects that packages are installed in. */
export interface Folders {
  /** Ours as they are published. */
  readonly released: string
  readonly peers: string
}

export const benchFolder = fileURLToPath(new URL("../../", import.meta.url))

export const isOurs = ({ packages }: Column): boolean => packages.some((name) => name.startsWith("@tve-pass/"))

export const folderOf = (column: Column, { released, peers }: Folders): string => (isOurs(column) ? released : peers)

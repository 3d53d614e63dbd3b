import { fileURLToPath } from "node:url"

/** Folder of the repository, without a slash at its end. */
export const repository = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "")

/** Folder of this package, below which the imports of an example resolve. */
export const room = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "")

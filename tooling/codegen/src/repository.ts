import { fileURLToPath } from "node:url"

/** Folder that holds `specs/` and `packages/`. */
export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url))

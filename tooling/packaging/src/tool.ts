import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const require = createRequire(import.meta.url)

/** Path of a script inside an installed package, whatever its `exports` let through. */
export const toolScript = (packageName: string, script: string): string =>
  join(dirname(require.resolve(`${packageName}/package.json`)), script)

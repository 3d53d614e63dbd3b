/** Bundles the command into one file without dependencies, and writes the man page. `pnpm build` runs it. */
import { chmod, mkdir, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { bundle } from "./bundle.ts"
import { manPage } from "./man-page.ts"

const packageFolder = new URL("..", import.meta.url)
const path = (name: string) => fileURLToPath(new URL(name, packageFolder))

const code = await bundle()
await mkdir(path("dist"), { recursive: true })
await mkdir(path("man"), { recursive: true })
await writeFile(path("dist/main.mjs"), code)
await chmod(path("dist/main.mjs"), 0o755)
await writeFile(path("man/tve-pass.1"), await manPage())

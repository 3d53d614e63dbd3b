// Bundles the command into one file without dependencies, and writes its man page. `pnpm build` runs it.
import { chmod, mkdir, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { packageVersion } from "../src/package-version.ts"
import { bundle } from "./bundle.ts"
import { manPage } from "./man-page.ts"

const output = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url))

await mkdir(output(""), { recursive: true })
await writeFile(output("main.mjs"), (await bundle()).code)
await chmod(output("main.mjs"), 0o755)
await writeFile(output("tve-pass.1"), await manPage(packageVersion()))

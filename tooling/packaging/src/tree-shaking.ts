import { rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { build, type Rolldown } from "vite"
import { bundle } from "./bundle.ts"

/** What is left of an entry, as paths from `node_modules`, sorted. */
export type LeftModules = (folder: string, entry: string) => Promise<ReadonlyArray<string>>

const fromModules = (path: string): string => path.replaceAll("\\", "/").replace(/^.*?node_modules\//, "")

const outside = ["msw", "msw/*", "node:*"]

export const leftByEsbuild: LeftModules = async (folder, entry) => {
  const { modules } = await bundle({ folder, entry, external: outside })
  return modules
    .filter((path) => path !== "entry.js")
    .map(fromModules)
    .sort()
}

/** By rolldown, as a production build of Vite uses it. */
export const leftByVite: LeftModules = async (folder, entry) => {
  const file = join(folder, `entry-${crypto.randomUUID()}.js`)
  writeFileSync(file, entry)
  try {
    const output = await build({
      root: folder,
      configFile: false,
      envFile: false,
      logLevel: "silent",
      build: {
        write: false,
        target: "es2022",
        rolldownOptions: { input: file, preserveEntrySignatures: "strict", external: [/^msw(\/|$)/, /^node:/] }
      }
    })
    return chunksOf(output)
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([path, { renderedLength }]) => renderedLength > 0 && path.includes("node_modules"))
      .map(([path]) => fromModules(relative(folder, path)))
      .sort()
  } finally {
    rmSync(file)
  }
}

const chunksOf = (output: Awaited<ReturnType<typeof build>>): ReadonlyArray<Rolldown.OutputChunk> => {
  if ("close" in output) throw new Error("Failed to bundle: Vite watches instead")
  return [output]
    .flat()
    .flatMap((one) => one.output)
    .filter((file) => file.type === "chunk")
}

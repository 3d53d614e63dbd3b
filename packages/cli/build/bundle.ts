import { fileURLToPath } from "node:url"
import { build, type Plugin } from "esbuild"

/** Bundles `src/main.ts` and everything it imports for Node. Resolves to the code of the one file. */
export const bundle = async (): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../src/main.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    legalComments: "none",
    plugins: [precomputed]
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error("esbuild wrote no file")
  return file.contents
}

/**
 * Evaluates a module of constants while bundling. The simulator derives the messages of enhanced errors from all examples
 * of the specs, which are 90 kB that nothing else in the command reads.
 */
const precomputed: Plugin = {
  name: "precomputed",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]enhanced-error-messages\.ts$/ }, async ({ path }) => {
      // Boundary: the module is known to export this map.
      const { enhancedErrorMessages } = (await import(path)) as {
        readonly enhancedErrorMessages: ReadonlyMap<string, string>
      }
      return { contents: `export const enhancedErrorMessages = new Map(${JSON.stringify([...enhancedErrorMessages])})` }
    })
  }
}

import { fileURLToPath } from "node:url"
import { build, type Metafile, type Plugin } from "esbuild"
import { minifySync } from "oxc-minify"
import { packageVersion } from "../src/package-version.ts"
import { compactModule } from "./compact-data.ts"
import { lazyBuiltins } from "./lazy-builtins.ts"

/** The bundle, and which of its bytes come from which module. */
export interface Bundle {
  readonly code: Uint8Array
  readonly metafile: Metafile
}

/** Bundles `src/main.ts` and everything it imports into one module for Node. */
export const bundle = async (): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL("../src/main.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    legalComments: "none",
    charset: "utf8",
    // The names that Command.js takes from the modules which `withoutPrompts` empties are never used.
    logOverride: { "import-is-undefined": "silent" },
    plugins: [errorMessagesOnly, compactTables, withoutPrompts, smallModules, lazyBuiltins],
    define: { TVE_PASS_VERSION: JSON.stringify(packageVersion()) }
  })
  const importers = importersOf(metafile, examples)
  if (importers.some((path) => !path.endsWith("/responses/enhanced-error.ts"))) {
    throw new Error(`The examples are imported by ${importers.join(", ")}, which gets the messages of errors only.`)
  }
  const [file] = outputFiles
  if (file === undefined) throw new Error("esbuild wrote no file")
  // Finds what esbuild leaves: constants of other modules, unused parameters, common expressions.
  const { code } = minifySync("main.mjs", file.text, {
    module: true,
    compress: { target: "es2022" },
    mangle: { toplevel: true }
  })
  return { code: new TextEncoder().encode(code), metafile }
}

const examples = /[\\/]testing[\\/]src[\\/]generated[\\/]rest-v2[\\/]examples\.ts$/

/**
 * Keeps of the examples of REST API V2, 90 kB, what the simulator reads of them at run time: code and message of each
 * enhanced error.
 */
const errorMessagesOnly: Plugin = {
  name: "error-messages-only",
  setup: ({ onLoad }) => {
    onLoad({ filter: examples }, async ({ path }) => {
      const module: object = await import(path)
      const messages = new Map<string, string>()
      collectMessages(module, messages)
      const errors = JSON.stringify(Object.fromEntries(messages))
      return {
        contents: `export const examples = Object.entries(${errors}).map(([code, message]) => ({ code, message }))`
      }
    })
  }
}

/** Writes the generated tables of operations without their repetitions. */
const compactTables: Plugin = {
  name: "compact-tables",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]client[\\/]src[\\/]generated[\\/][\w-]+[\\/]operations\.ts$/ }, async ({ path }) => ({
      contents: compactModule(await import(path))
    }))
  }
}

/**
 * Leaves out prompts, the wizard and the completion scripts of effect/cli, 50 kB. The commands ask through their `Host`,
 * have scripts of their own, and the flags for wizard and completions are not among their built-in flags.
 */
const withoutPrompts: Plugin = {
  name: "without-prompts",
  setup: ({ onLoad }) => {
    onLoad(
      {
        filter:
          /[\\/]effect[\\/]dist[\\/]cli[\\/](Prompt|internal[\\/](wizard|completions[\\/](bash|fish|powershell|zsh)))\.js$/
      },
      () => ({
        contents: "export {}"
      })
    )
  }
}

/** Puts `command-line-schema.ts` in place of `effect/Schema` and `command-line-output.ts` in place of `CliOutput`. */
const smallModules: Plugin = {
  name: "small-modules",
  setup: ({ onResolve }) => {
    onResolve({ filter: /(^effect\/cli\/CliOutput|[\\/]CliOutput\.js)$/ }, () => ({
      path: fileURLToPath(new URL("command-line-output.ts", import.meta.url))
    }))
    onResolve({ filter: /[\\/]Schema\.js$/ }, ({ importer }) =>
      /[\\/]effect[\\/]dist[\\/](cli[\\/](CliError|Param|Primitive)|Terminal)\.js$/.test(importer)
        ? { path: fileURLToPath(new URL("command-line-schema.ts", import.meta.url)) }
        : undefined
    )
  }
}

const collectMessages = (value: unknown, messages: Map<string, string>): void => {
  if (typeof value !== "object" || value === null) return
  if ("code" in value && "message" in value) messages.set(String(value.code), String(value.message))
  for (const member of Object.values(value)) collectMessages(member, messages)
}

const importersOf = ({ inputs }: Metafile, imported: RegExp): ReadonlyArray<string> =>
  Object.entries(inputs)
    .filter(([, { imports }]) => imports.some(({ path }) => imported.test(`/${path}`)))
    .map(([path]) => path)

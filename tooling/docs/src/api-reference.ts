import { relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const help = `Usage: pnpm api-reference [--out <folder>] [--json]

Builds the API reference of all packages from their docstrings: HTML to open in a browser, without a server.

  --out     folder to write to; default: api-reference
  --json    print {"folder", "pages", "warnings"} instead of text
  --help    print this

Ends with status 1 when a link leads nowhere or an export has no docstring.`

const repository = fileURLToPath(new URL("../../../", import.meta.url))

try {
  const { values } = parseArgs({
    options: { out: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } }
  })
  if (values.help === true) console.log(help)
  else await build(resolve(values.out ?? `${repository}/api-reference`), values.json === true)
} catch (error) {
  console.error(`Failed to build the API reference: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

async function build(folder: string, json: boolean): Promise<void> {
  // Loading typedoc takes longer than all that the other options need.
  const { buildApiReference } = await import("./reference/build-api-reference.ts")
  const reference = await buildApiReference(folder, (step) => console.error(`${step} ...`))
  if (json) console.log(JSON.stringify(reference))
  else {
    for (const warning of reference.warnings) console.error(warning)
    console.log(`${reference.pages} pages in ${relative(process.cwd(), folder)}; start with index.html.`)
  }
  if (reference.warnings.length > 0) process.exitCode = 1
}

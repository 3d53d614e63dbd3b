import { parseArgs } from "node:util"
import { buildSite } from "./build-site.ts"
import { serveFolder } from "./serve-folder.ts"

const help = `Usage: pnpm site [--no-serve] [--port <port>] [--json]

Builds the documentation site into website/dist and serves it on this machine until Ctrl-C.

  --no-serve  build only
  --port      port on loopback; default: 4173
  --json      print {"folder", "url"?} instead of text
  --help      print this

SITE_REPOSITORY is the address of the repository's files on the web; without it, links to sources are plain text.
SITE_BASE is the path of the site, such as /tve-pass/; default: /`

try {
  const { values } = parseArgs({
    options: {
      serve: { type: "boolean", default: true },
      port: { type: "string", default: "4173" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" }
    },
    allowNegative: true
  })
  const port = Number(values.port)
  if (values.help === true) console.log(help)
  else if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${values.port} is no port`)
  else {
    const base = process.env["SITE_BASE"] ?? "/"
    const folder = await buildSite((step) => console.error(`${step} ...`), { base })
    if (values.serve) {
      const url = `${await serveFolder(folder, { port, base })}${base}`
      console.log(values.json ? JSON.stringify({ folder, url }) : `The site: ${url}`)
    } else console.log(values.json ? JSON.stringify({ folder }) : `The site is in ${folder}.`)
  }
} catch (error) {
  console.error(`Failed to build the site: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

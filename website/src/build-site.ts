import { execFile } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { build } from "vitepress"

const website = fileURLToPath(new URL("..", import.meta.url))
const root = join(website, "..")
const run = promisify(execFile)

/** The reference pages of the specs, by the name of their documents in `@tve-pass/specs`. */
const references: ReadonlyArray<{ readonly name: string; readonly title: string }> = [
  { name: "dcr", title: "Dynamic Client Registration" },
  { name: "rest-v2", title: "REST API V2" },
  { name: "reset-temp-pass", title: "Reset TempPass" },
  { name: "esm", title: "Entitlement Service Monitoring" },
  { name: "proxy-mvpd", title: "Proxy MVPD" }
]

/**
 * Builds the site: the pages, the references of the specs with their documents, the playground, and the API reference.
 * Needs no network.
 *
 * @param report receives the name of each step when it starts
 * @param options.folder where to build; default: website/dist
 * @param options.base path of the site, such as `/tve-pass/`; default: `/`
 */
export const buildSite = async (
  report: (step: string) => void,
  { folder: dist = join(website, "dist"), base = "/" }: { folder?: string; base?: string } = {}
): Promise<string> => {
  report("Pages")
  await build(website, { outDir: dist, base })

  report("OpenAPI documents")
  const specs = join(dist, "specs")
  await runNode(join(root, "tooling/codegen/src/bundle-documents.ts"), specs)
  await Promise.all(references.map((reference) => buildReference(reference, specs)))
  writeFileSync(join(specs, "index.html"), indexPage())

  report("Playground")
  const playground = join(root, "packages/playground")
  const configuration = join(playground, "src/static-edition/vite.config.ts")
  const vite = join(dirname(createRequire(configuration).resolve("vite/package.json")), "bin/vite.js")
  await runNode(vite, "build", "--config", configuration, "--outDir", join(dist, "playground"), "--emptyOutDir")

  report("API reference")
  await runNode(join(root, "tooling/docs/src/api-reference.ts"), "--out", join(dist, "api"))
  return dist
}

const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js")

/** Builds the page from the document beside it, which has the version of the packages. */
const buildReference = async ({ name, title }: (typeof references)[number], specs: string): Promise<void> => {
  mkdirSync(join(specs, name), { recursive: true })
  const output = join(specs, name, "index.html")
  await runNode(
    redocly,
    "build-docs",
    join(specs, `${name}.json`),
    "--inlineBundle",
    "--title",
    title,
    "--output",
    output
  )
  writeFileSync(output, accessible(readFileSync(output, "utf8")))
}

/** Adds what Redoc's page lacks: a landmark, and contrast. Its search needs a server, and its logo the network. */
const accessible = (html: string): string =>
  html.replace(
    "</head>",
    `<style>
  html:not(.dark) .tag-get { --tag-color: #0f6b3a !important }
  [data-testid="search-trigger"], a[href*="redocly.com"] img { display: none !important }
  a[href*="redocly.com"] p::after { content: " Redocly" }
</style>
<script>
  // Redoc renders its menu again in the dark.
  const nameMenu = () => {
    const menu = document.querySelector(".menu-content:not([role])")
    menu?.setAttribute("aria-label", "Operations")
    menu?.setAttribute("role", "navigation")
  }
  new MutationObserver(nameMenu).observe(document, { childList: true, subtree: true })
</script>
</head>`
  )

const runNode = (...args: ReadonlyArray<string>) =>
  run(process.execPath, args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" }
  })

const indexPage = (): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>OpenAPI documents | tve-pass</title>
<style>
  html { background: Canvas; color: CanvasText }
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem }
  li { margin: 0.5rem 0 }
</style>
<nav><a href="../">tve-pass</a></nav>
<main>
<h1>OpenAPI documents</h1>
<p>Written by hand from the documentation of Adobe Pass Authentication. On npm: <code>@tve-pass/specs</code>.</p>
<ul>
${references
  .map(
    ({ name, title }) =>
      `<li><a href="${name}/">${title}</a>: <a href="${name}.yaml">YAML</a>, <a href="${name}.json">JSON</a></li>`
  )
  .join("\n")}
</ul>
</main>
</html>
`

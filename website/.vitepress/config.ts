import { existsSync, globSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitepress"
import { sidebar, topBar } from "./navigation.ts"
import { linkSources } from "./source-links.ts"

const root = fileURLToPath(new URL("../../", import.meta.url))

/** The pages of the site, where they lie in the repository. */
const pages = [
  "website/index.md",
  "docs/**/*.md",
  "decisions/*.md",
  "packages/*/README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md"
]
const files = new Set(globSync(pages, { cwd: root }).map((path) => path.replaceAll("\\", "/")))

/** Whether a link to this path leads to a page; a folder is its README. */
const isPage = (path: string): boolean => files.has(path) || files.has(`${path.replace(/\/$/, "")}/README.md`)

const repository = process.env["SITE_REPOSITORY"]
const base = process.env["SITE_BASE"]

export default defineConfig({
  title: "tve-pass",
  description: "Adobe Pass Authentication for TypeScript: sign-in, decisions, and an Adobe Pass to run in your tests",
  lang: "en",
  ...(base === undefined ? {} : { base }),
  srcDir: "..",
  outDir: "./dist",
  cacheDir: "./.cache",
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: globSync("**/*.md", {
    cwd: root,
    exclude: (name) => name === "node_modules" || name === ".git"
  }).filter((path) => !files.has(path.replaceAll("\\", "/"))),
  rewrites: {
    "website/index.md": "index.md",
    "docs/README.md": "docs/index.md",
    "decisions/README.md": "decisions/index.md",
    "packages/:name/README.md": "packages/:name.md"
  },
  // The pages lie outside of this package, where its dependencies are not found.
  vite: {
    resolve: {
      alias: [
        { find: /^vue$/, replacement: fileURLToPath(import.meta.resolve("vue")) },
        { find: /^vue\/server-renderer$/, replacement: fileURLToPath(import.meta.resolve("vue/server-renderer")) }
      ]
    }
  },
  markdown: { config: linkSources(isPage, repository) },
  // Every link of the pages is a test of its own (tooling/docs). Reference pages are built beside these.
  ignoreDeadLinks: [/^\/(?:api|specs|playground)\//, (link) => existsSync(`${root}${link}`)],
  themeConfig: {
    nav: topBar,
    sidebar,
    search: { provider: "local" },
    outline: { level: [2, 3] },
    footer: { message: "Unofficial; MIT. Adobe Pass is a trademark of Adobe." }
  }
})

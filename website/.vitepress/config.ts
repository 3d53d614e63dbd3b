import { globSync } from "node:fs"
import { slug } from "github-slugger"
import { defineConfig, type Plugin } from "vitepress"
import { sidebar, topBar } from "./navigation.ts"
import { addressOf, pageAt, pages, rewrites, root } from "./pages.ts"
import { linkSources } from "./source-links.ts"

const repository = process.env["SITE_REPOSITORY"]

/** The pages lie outside of this package, where Vite does not find Vue; Node finds it when it renders them. */
const vueOfThisPackage: Plugin = {
  name: "vue-of-this-package",
  enforce: "pre",
  resolveId: (id, _importer, { ssr }) =>
    ssr === true && /^vue(?:\/server-renderer)?$/.test(id) ? { id, external: true } : undefined
}

export default defineConfig({
  title: "tve-pass",
  description: "Adobe Pass Authentication for TypeScript: sign-in, decisions, and an Adobe Pass to run in your tests",
  lang: "en",
  srcDir: "..",
  outDir: "./dist",
  cacheDir: "./.cache",
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: globSync("**/*.md", {
    cwd: root,
    exclude: (name) => name === "node_modules" || name === ".git"
  }).filter((path) => !pages.includes(path.replaceAll("\\", "/"))),
  rewrites,
  vite: { plugins: [vueOfThisPackage] },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    // Sections have the names that they have on GitHub, where links to them are written for.
    anchor: { slugify: (heading) => slug(heading) },
    config: linkSources({
      root,
      repository,
      addressOf: (path) => {
        const page = pageAt(path)
        return page === undefined ? undefined : addressOf(page)
      }
    })
  },
  // Built beside the pages; test/site checks the links to them.
  ignoreDeadLinks: [/^\/(?:api|specs|playground)\//],
  themeConfig: {
    nav: topBar,
    sidebar,
    search: { provider: "local" },
    outline: { level: [2, 3] },
    footer: { message: "Unofficial; MIT. Adobe Pass is a trademark of Adobe." }
  }
})

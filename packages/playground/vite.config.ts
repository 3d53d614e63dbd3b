import { fileURLToPath } from "node:url"
import { defineConfig } from "vite"

const page = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url))

/** The pages of the playground, for the server of this package. */
export default defineConfig({
  // The static edition lies below a path of its site.
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist/pages",
    emptyOutDir: true,
    // The pages load few files, all of them at once.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index", "tv", "phone"].map(page) }
  }
})

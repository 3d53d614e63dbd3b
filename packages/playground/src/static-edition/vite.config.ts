import { fileURLToPath } from "node:url"
import { defineConfig, mergeConfig, type Plugin } from "vite"
import pages from "../../vite.config.ts"

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page starts with the simulator in it, and not with the connection to a server. */
const withoutServer: Plugin = {
  name: "without-server",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replace("./src/page/main.tsx", "./src/static-edition/main.tsx")
  }
}

/** The static edition: files for any web server, below any path. Part of the website, not of the package. */
export default mergeConfig(
  pages,
  defineConfig({
    root: file("../.."),
    plugins: [withoutServer],
    build: {
      rolldownOptions: {
        input: [file("worker.ts")],
        // The worker's scope is its folder.
        output: { entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js") }
      }
    }
  })
)

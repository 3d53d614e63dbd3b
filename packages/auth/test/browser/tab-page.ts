import { build } from "esbuild"
import { fileURLToPath } from "node:url"

const entry = `
  import { createAdobePass } from "./src/promise/index.ts"
  globalThis.createAdobePass = createAdobePass
`

/** A page that has `createAdobePass` as a global, bundled as an app would. */
export const buildTabPage = async (): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL("../..", import.meta.url)), loader: "ts" },
    bundle: true,
    format: "iife",
    platform: "browser",
    write: false
  })
  // Nothing in the bundle may end the script element early.
  const script = outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? ""
  return `<!doctype html><title>tab</title><script>${script}</script>`
}

// Bundles metro.js as React Native does, and runs the bundle with nothing but what React Native has too.
const { createRequire } = require("node:module")
const { dirname, join } = require("node:path")
const { runInNewContext } = require("node:vm")

const [origin, softwareStatement, metroModule, packageExports] = process.argv.slice(2)
const metroRequire = createRequire(metroModule)
const { loadConfig, runBuild } = metroRequire("metro")
const { FileStore } = metroRequire("metro-cache")
const { resolveRequest } = require("./metro-resolver.cjs")

const packages = join(__dirname, "../node_modules")
const config = {
  projectRoot: __dirname,
  watchFolders: [
    ...["@tve-pass", "effect", "openapi-fetch"].map((name) => join(packages, name)),
    dirname(metroRequire.resolve("metro-runtime/package.json"))
  ],
  resolver:
    packageExports === "exports"
      ? { unstable_enablePackageExports: true, nodeModulesPaths: [packages] }
      : { unstable_enablePackageExports: false, nodeModulesPaths: [packages], resolveRequest },
  transformer: {
    asyncRequireModulePath: metroRequire.resolve("metro-runtime/src/modules/asyncRequire"),
    getTransformOptions: async () => ({ transform: { experimentalImportSupport: true } })
  },
  reporter: { update: () => undefined },
  cacheStores: [new FileStore({ root: join(__dirname, "metro-cache") })],
  maxWorkers: 1
}

const platform = Object.fromEntries(
  ["AbortController", "Headers", "Request", "Response", "TextDecoder", "TextEncoder", "URL", "URLSearchParams"]
    .concat(["atob", "btoa", "clearTimeout", "console", "fetch", "performance", "queueMicrotask", "setTimeout"])
    .map((name) => [name, globalThis[name]])
)

const main = async () => {
  const file = join(__dirname, "metro.config.cjs")
  const loaded = await loadConfig({ config: file, cwd: __dirname }, config)
  // React Native minifies no code for Hermes, which compiles it.
  const options = { entry: join(__dirname, "metro.js"), platform: "android", dev: false, minify: false }
  const { code } = await runBuild(loaded, options)
  if (/\bimport\.meta\b/.test(code.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "")))
    throw new Error("Hermes knows no import.meta")
  const context = { ...platform }
  context.globalThis = context
  runInNewContext(code, context)
  console.log(JSON.stringify(await context.startTwice({ origin, softwareStatement })))
  process.exit()
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})

// The rules about imports in packages/, type imports included. `pnpm lint:imports` checks them.
import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

const root = import.meta.dirname

/** The packages that the sources of each package may import. Nothing else below packages/ may be imported. */
const dependencies = {
  client: [],
  auth: ["client"],
  entitlement: ["client", "auth"],
  redis: ["client", "auth"],
  management: ["client", "auth"],
  testing: ["client"],
  playground: ["client", "auth", "entitlement", "testing"],
  cli: ["client", "auth", "entitlement", "redis", "management", "testing", "playground"]
}

const tests = "\\.test(-d)?\\.ts$"
const ours = "^(packages|@tve-pass)/"
const alternatives = (names) => `(${names.join("|")})`

const directions = Object.entries(dependencies).map(([name, allowed]) => ({
  name: `${name}-imports-only-${["itself", ...allowed].join("-")}`,
  comment: "Dependencies between packages point one way: ARCHITECTURE.md has the picture.",
  severity: "error",
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  // An import that leads nowhere keeps the name of the package.
  to: { path: ours, pathNot: `${ours}${alternatives([name, ...allowed])}(/|$)` }
}))

/** Files that a package exports under a subpath: doors for other packages, not for the package's own files. */
const entryPoints = globSync("packages/*/package.json", { cwd: root }).flatMap((file) => {
  const { exports = {} } = JSON.parse(readFileSync(join(root, file), "utf8"))
  return Object.values(exports).map((target) => join(dirname(file), target).replaceAll("\\", "/"))
})

/** Folders whose files are still imported past the index. */
const openFolders = []

/** Folders with an index file, which is then the only way in. */
const doors = globSync("packages/*/src/**/index.ts", { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !entryPoints.includes(file))
  .map((file) => dirname(file))
  .filter((folder) => !openFolders.includes(folder))
  .sort()
  .map((folder) => ({
    name: `only-through-${folder}/index.ts`,
    comment: "Import what the index exports, or remove the index file if the folder needs no door.",
    severity: "error",
    from: { path: "^packages/[^/]+/src/", pathNot: [`^${folder}/`, tests] },
    to: { path: `^${folder}/`, pathNot: `^${folder}/index\\.ts$` }
  }))

export default {
  forbidden: [
    {
      name: "no-circle",
      comment: "Move what both files need to a file that imports neither.",
      severity: "error",
      from: {},
      to: { circular: true }
    },
    {
      name: "testing-knows-no-auth",
      comment: "The simulator has to be able to catch bugs of these packages. Its tests do not use them either.",
      severity: "error",
      from: { path: "^packages/testing/" },
      to: { path: `${ours}(auth|entitlement)(/|$)` }
    },
    {
      name: "packages-know-no-tooling",
      comment: "What is published cannot import what is not.",
      severity: "error",
      // The command is published as a bundle, which contains the demo of examples/quickstart.
      from: {
        path: "^packages/[^/]+/src/",
        pathNot: [tests, "^packages/cli/src/(commands/demo|connection/device)\\.ts$"]
      },
      to: { path: "^(tooling|benchmarks|examples)/" }
    },
    ...directions,
    ...doors
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|coverage)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] }
  }
}

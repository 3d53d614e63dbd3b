import type { Plugin } from "esbuild"

/** Modules of Node that take long to load and that few commands need, `--help` none of them. */
const lazy = /^node:(http|tls|crypto|child_process|readline\/promises|stream\/consumers|stream\/promises)$/

/**
 * Loads some of Node's own modules at their first use. A static import of `node:http` and `node:tls` alone takes a third of
 * the start of the command.
 */
export const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: lazy }, ({ path }) => ({ path, namespace: "lazy-builtin", sideEffects: false }))
    onLoad({ filter: /.*/, namespace: "lazy-builtin" }, async ({ path }) => {
      const exported: object = await import(path)
      const declarations = Object.entries(exported)
        .filter(([name]) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== "default")
        .map(([name, value]) => `export const ${name} = ${typeof value === "function" ? callOf(name) : viewOf(name)}`)
      return { contents: [`const load = () => process.getBuiltinModule("${path}")`, ...declarations].join("\n") }
    })
  }
}

const callOf = (name: string): string => `(...parameters) => load().${name}(...parameters)`

const viewOf = (name: string): string => `/* @__PURE__ */ new Proxy({}, { get: (_, key) => load().${name}[key] })`

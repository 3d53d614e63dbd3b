/** What a television of 2020 (Chromium 68) lacks, of all that Node has and is not needed by Node's own `fetch`. */
const younger = [
  "globalThis",
  "Array.prototype.at",
  "Array.prototype.findLast",
  "Array.prototype.findLastIndex",
  "Array.prototype.flat",
  "Array.prototype.flatMap",
  "Array.prototype.toSorted",
  "Array.prototype.toSpliced",
  "Array.prototype.with",
  "AbortSignal.any",
  "AbortSignal.timeout",
  "AbortSignal.prototype.throwIfAborted",
  "Map.groupBy",
  "Object.fromEntries",
  "Object.groupBy",
  "Object.hasOwn",
  "Promise.allSettled",
  "Promise.any",
  "Promise.withResolvers",
  "Response.json",
  "String.prototype.at",
  "String.prototype.matchAll",
  "String.prototype.replaceAll",
  "String.prototype.trimEnd",
  "String.prototype.trimStart",
  "AggregateError",
  "navigator",
  "structuredClone",
  "setImmediate"
]

/** Reads `{ "polyfills", "application" }` from the standard input, becomes an old engine, and prints what the application gives. */
export const engineProgram = `
const { readFileSync } = process.getBuiltinModule("node:fs")
const { polyfills, application } = JSON.parse(readFileSync(0, "utf8"))
const print = (text) => process.stdout.write(text + "\\n")
const world = globalThis
// Node loads its fetch when it is first used, with all that it needs.
const load = async () => {
  const request = new Request("http://127.0.0.1/", { method: "POST", body: "x", signal: new AbortController().signal })
  await request.clone().text()
  await new Response("{}").json()
  await new Response("x").body.cancel()
}
load().then(() => {
  world.self = world
  for (const name of ${JSON.stringify(younger)}) {
    const path = name.split(".")
    const owner = path.slice(0, -1).reduce((value, key) => value[key], world)
    if (!delete owner[path.at ? path[path.length - 1] : path.pop()]) throw new Error("Failed to take away " + name)
  }
  ;(0, eval)(polyfills)
  return new Function(application + "; return application")().run()
}).then(print, (error) => print(String(error)))
`

// Node with the globals of happy-dom, which has a `fetch` of its own.
import { pathToFileURL } from "node:url"

const [origin, softwareStatement, happyDom] = process.argv.slice(2)
const { Window } = await import(pathToFileURL(happyDom).href)
const window = new Window({ url: origin })
const names = ["window", "document", "AbortController", "AbortSignal", "fetch", "Request", "Response", "Headers", "URL"]
for (const name of names) {
  const value = name === "fetch" ? window.fetch.bind(window) : window[name]
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
const { startTwice } = await import("./app.js")
console.log(JSON.stringify(await startTwice({ origin, softwareStatement })))
process.exit()

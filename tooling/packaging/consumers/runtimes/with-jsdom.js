// Node with the globals of jsdom, which has no `fetch` and an AbortController of its own.
import { createRequire } from "node:module"

const [origin, softwareStatement, jsdom] = process.argv.slice(2)
const { JSDOM } = createRequire(import.meta.url)(jsdom)
const { window } = new JSDOM("", { url: "https://app.example/" })
for (const name of ["window", "document", "AbortController", "AbortSignal", "Event", "EventTarget", "DOMException"]) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
}
const { startTwice } = await import("./app.js")
console.log(JSON.stringify(await startTwice({ origin, softwareStatement })))
process.exit()

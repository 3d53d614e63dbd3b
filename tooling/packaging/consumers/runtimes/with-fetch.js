// Node with the `fetch` of a package, whose `Request` is another than that of the platform.
import { pathToFileURL } from "node:url"
import { startTwice } from "./app.js"

const [origin, softwareStatement, implementation] = process.argv.slice(2)
const module = await import(pathToFileURL(implementation).href)
const fetch = module.fetch ?? module.default
console.log(JSON.stringify(await startTwice({ origin, softwareStatement, fetch })))

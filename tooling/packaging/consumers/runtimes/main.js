// For Node, Bun and Deno.
import { startTwice } from "./app.js"

const [origin, softwareStatement] = process.argv.slice(2)
console.log(JSON.stringify(await startTwice({ origin, softwareStatement })))

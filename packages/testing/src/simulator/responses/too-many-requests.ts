import { examples } from "../../generated/dcr/examples.ts"
import { responseHeaders } from "../../generated/dcr/response-headers.ts"
import type { Random } from "../state/random.ts"
import { type SimulatedResponse, html } from "./simulated-response.ts"

const page = examples.registerClient[429]["text/html"].tooManyRequests

const generatedHere: ReadonlyArray<string> = ["content-length", "set-cookie"]

const documentedHeaders = Object.entries(responseHeaders.TooManyRequests)
  .map(([name, value]): readonly [string, string] => [name.toLowerCase(), String(value)])
  .filter(([name]) => !generatedHere.includes(name))

const week = 7 * 24 * 60 * 60 * 1_000

const opaque = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/**
 * The 429 of docs/protocol/throttling.md section 4: HTML of 166 bytes, no `Retry-After`, no JSON, no
 * `access-control-allow-origin`.
 */
export const tooManyRequests = (random: Random, now: number): SimulatedResponse => {
  const cookie = random.string(opaque, 64)
  const expires = new Date(now + week).toUTCString()
  return html(429, page, [
    ["content-length", String(page.length)],
    ["set-cookie", `AWSALB=${cookie}; Expires=${expires}; Path=/`],
    ["set-cookie", `AWSALBCORS=${cookie}; Expires=${expires}; Path=/; SameSite=None; Secure`],
    ...documentedHeaders
  ])
}

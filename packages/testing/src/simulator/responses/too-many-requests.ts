import { examples } from "../../generated/dcr/examples.ts"
import type { Random } from "../state/random.ts"
import { type SimulatedResponse, html } from "./simulated-response.ts"

const page = examples.registerClient[429]["text/html"].tooManyRequests

const week = 7 * 24 * 60 * 60 * 1_000

const opaque = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/**
 * The 429 of docs/protocol/throttling.md section 4: HTML of 166 bytes, no `Retry-After`, no JSON, no
 * `access-control-allow-origin`.
 */
export const tooManyRequests = (random: Random, now: number): SimulatedResponse => {
  const cookie = random.text(opaque, 64)
  const expires = new Date(now + week).toUTCString()
  return html(429, page, [
    ["content-length", String(page.length)],
    ["set-cookie", `AWSALB=${cookie}; Expires=${expires}; Path=/`],
    ["set-cookie", `AWSALBCORS=${cookie}; Expires=${expires}; Path=/; SameSite=None; Secure`],
    ["server", "openresty"],
    ["access-control-allow-credentials", "true"],
    ["access-control-allow-methods", "POST,GET,OPTIONS,DELETE"],
    [
      "access-control-allow-headers",
      "ap_11,ap_42,ap_z,ap_19,ap_21,ap_23,authorization,content-type,pass_sfp,AP-Session-Identifier,AP-Device-Identifier,AP-SDK-Identifier,X-Device-Info"
    ],
    ["access-control-expose-headers", "pass_sfp,Authzf-Error-Code,Authzf-Sub-Error-Code,Authzf-Error-Details"],
    ["p3p", 'CP="NOI DSP COR CURa ADMa DEVa OUR BUS IND UNI COM NAV STA"']
  ])
}

import { expect, it } from "vitest"
import { createRandom } from "../state/random.ts"
import { toResponse } from "./simulated-response.ts"
import { tooManyRequests } from "./too-many-requests.ts"

it("returns 429 verbatim: 166 bytes of HTML with CRLF, without Retry-After", async () => {
  const now = Date.UTC(2024, 1, 20, 11, 21, 53)
  const response = toResponse(tooManyRequests(createRandom(1), now), now)
  const body = await response.clone().arrayBuffer()
  expect(response.status).toBe(429)
  expect(body.byteLength).toBe(166)
  expect((await response.text()).split("\r\n")).toEqual([
    "<html>",
    "<head><title>429 Too Many Requests</title></head>",
    "<body>",
    "<center><h1>429 Too Many Requests</h1></center>",
    "<hr><center>openresty</center>",
    "</body>",
    "</html>",
    ""
  ])
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+;/, "=<opaque>;"))
  expect(cookies).toEqual([
    "AWSALB=<opaque>; Expires=Tue, 27 Feb 2024 11:21:53 GMT; Path=/",
    "AWSALBCORS=<opaque>; Expires=Tue, 27 Feb 2024 11:21:53 GMT; Path=/; SameSite=None; Secure"
  ])
  const { "set-cookie": _, ...headers } = Object.fromEntries(response.headers)
  expect(headers).toEqual({
    date: "Tue, 20 Feb 2024 11:21:53 GMT",
    "content-type": "text/html",
    "content-length": "166",
    server: "openresty",
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "POST,GET,OPTIONS,DELETE",
    "access-control-allow-headers":
      "ap_11,ap_42,ap_z,ap_19,ap_21,ap_23,authorization,content-type,pass_sfp,AP-Session-Identifier,AP-Device-Identifier,AP-SDK-Identifier,X-Device-Info",
    "access-control-expose-headers": "pass_sfp,Authzf-Error-Code,Authzf-Sub-Error-Code,Authzf-Error-Details",
    p3p: 'CP="NOI DSP COR CURa ADMa DEVa OUR BUS IND UNI COM NAV STA"'
  })
})

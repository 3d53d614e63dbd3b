import {
  answer,
  applicationRegistration,
  hang,
  reset,
  tooManyRequests,
  type Reply
} from "../fake-server/fake-adobe-pass.ts"
import type { Fault } from "./step.ts"

/** Where no token may ever be sent. */
export const foreignOrigin = "https://evil.example"

/** The server's side of each fault. Bodies quote what was sent, as careless proxies do. */
export const replies: { readonly [Name in Fault]: Reply } = {
  "429": tooManyRequests,
  "429 with Retry-After": () => new Response("", { status: 429, headers: { "Retry-After": "3" } }),
  "503": answer(503, "<html>CANARY</html>"),
  reset,
  hang,
  HTML: answer(200, "<html>CANARY</html>"),
  "truncated JSON": answer(201, '{"access_token":"CANARY'),
  "missing fields": answer(201, { client_secret: "CANARY" }),
  invalid_client: answer(400, { error: "invalid_client" }),
  "unknown code": answer(400, { error: "code: CANARY" }),
  "401": answer(401, "CANARY"),
  "application-registration": applicationRegistration,
  "redirect to a foreign origin": () =>
    new Response(null, { status: 307, headers: { Location: `${foreignOrigin}/CANARY` } })
}

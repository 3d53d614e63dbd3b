import { sha256 } from "@tve-pass/client"
import { toBase64 } from "../encoding/base64.ts"
import { escapeMarkup } from "../encoding/markup.ts"
import type { Schemas } from "../protocol/schemas.ts"

export interface MediaTokenSubject {
  readonly serviceProvider: string
  readonly mvpd: string
  readonly resource: string
  /** The subject of a media token: the viewer, or the device of a pass. */
  readonly subject: string
}

const element = (name: string, content: string) => `<${name}>${escapeMarkup(content)}</${name}>`

/**
 * Creates a simulated media token with an obviously invalid signature (docs/protocol/media-token.md section 4). No
 * verifier accepts it.
 *
 * @param lifetime Seconds.
 */
export const mediaToken = (
  { serviceProvider, mvpd, resource, subject }: MediaTokenSubject,
  now: number,
  lifetime: number
): Schemas["MediaToken"] => {
  const milliseconds = lifetime * 1_000
  const xml = [
    element("signatureInfo", "simulated, verifies nowhere"),
    "<shortAuthorizationToken>",
    element("sessionGUID", sha256(`${mvpd}\n${subject}`)),
    element("requestorID", serviceProvider),
    element("resourceID", resource),
    element("ttl", String(milliseconds)),
    element("issueTime", new Date(now).toISOString()),
    element("mvpdId", mvpd),
    element("proxyMvpdId", mvpd),
    "</shortAuthorizationToken>"
  ]
  return { notBefore: now, notAfter: now + milliseconds, serializedToken: toBase64(xml.join("")) }
}

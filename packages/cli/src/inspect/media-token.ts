import { decodeBase64, type Inspection } from "./inspection.ts"

const elements = ["requestorID", "resourceID", "ttl", "issueTime", "mvpdId", "proxyMvpdId"]

/**
 * Reads a media token in the form that the legacy pages describe. Returns `undefined` for any other form. Omits the
 * signature and the viewer's session. Source: docs/protocol/media-token.md, section 4.
 */
export const inspectMediaToken = (text: string): Inspection | undefined => {
  const xml = decodeBase64(text)
  if (xml === undefined || !xml.startsWith("<signatureInfo>")) return undefined
  const values = Object.fromEntries(
    elements.flatMap((name) => {
      const value = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
      return value === undefined ? [] : [[name, value]]
    })
  )
  return {
    values,
    problems: [],
    notice: "Adobe advises against parsing media tokens: verify them with its Media Token Verifier on your backend."
  }
}

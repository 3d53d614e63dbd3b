import { fromBase64, toBase64 } from "../encoding/base64.ts"
import { escapeMarkup, unescapeMarkup } from "../encoding/markup.ts"
import type { Random } from "../state/random.ts"

/** Creates a simulated SAML request for the partner framework, in Base64. */
export const samlRequest = (random: Random, mvpd: string): string =>
  toBase64(
    `<?xml version="1.0" encoding="UTF-8"?><samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ` +
      `ID="_${random.uuid()}" Version="2.0" ProviderName="${escapeMarkup(mvpd)}">` +
      `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://saml.sp.auth.adobe.com</saml:Issuer>` +
      `</samlp:AuthnRequest>`
  )

/** Creates a simulated response of the partner framework, before the application cleans and encodes it. */
export const samlResponse = (random: Random, mvpd: string, viewer: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"\n` +
  `  ID="_${random.uuid()}" Version="2.0">\n` +
  `  <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">\n` +
  `    <saml:Issuer>${escapeMarkup(mvpd)}</saml:Issuer>\n` +
  `    <saml:Subject><saml:NameID>${escapeMarkup(viewer)}</saml:NameID></saml:Subject>\n` +
  `  </saml:Assertion>\n</samlp:Response>\n`

export type ReadSamlResponse =
  | { readonly _tag: "Read"; readonly viewer: string | undefined }
  | { readonly _tag: "Invalid"; readonly reason: string }

/** Reads the parameter `SAMLResponse`: the Base64 of XML, form-encoded once. */
export const readSamlResponse = (value: string | undefined): ReadSamlResponse => {
  if (value === undefined || value === "") return { _tag: "Invalid", reason: "missing" }
  if (/%[0-9A-F]{2}/i.test(value)) return { _tag: "Invalid", reason: "form-encoded twice" }
  const xml = fromBase64(value)
  if (xml === undefined) return { _tag: "Invalid", reason: "not Base64" }
  if (!xml.trimStart().startsWith("<")) return { _tag: "Invalid", reason: "not the Base64 of XML" }
  const [, nameId] = /<(?:\w+:)?NameID[^>]*>([^<]+)</.exec(xml) ?? []
  return { _tag: "Read", viewer: nameId === undefined ? undefined : unescapeMarkup(nameId) }
}

const encode = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

/** A compact JWS in shape; nobody verifies its signature. */
export const jws = (claims: Readonly<Record<string, unknown>>, signature = "signature"): string =>
  `${encode(JSON.stringify({ alg: "RS256" }))}.${encode(JSON.stringify(claims))}.${encode(signature)}`

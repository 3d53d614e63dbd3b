/** The string whose Base64 a header value is; tests decode with Node's own decoder. */
export const decoded = (value: string): string => Buffer.from(value, "base64").toString("utf8")

/** The JSON value whose Base64 a header value is. */
export const decodedJson = (value: string): unknown => JSON.parse(decoded(value))

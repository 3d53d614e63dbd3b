import type { Message } from "../../host/exchange.ts"

/** A header, and what its value means. */
export interface DecodedHeader {
  readonly name: string
  readonly value: string
  /** The value without its encoding; absent if it has none. */
  readonly decoded?: string
}

/** Headers that every browser sends; they say nothing about the protocol. */
const isOfBrowser = (name: string): boolean =>
  /^(?:sec-|accept|user-agent$|connection$|host$|referer$|origin$|cache-control$|pragma$|upgrade-insecure|content-length$|te$|dnt$|priority$)/.test(
    name
  )

/** Returns the headers that belong to the protocol, decoded. */
export const decodedHeaders = (headers: Message["headers"]): ReadonlyArray<DecodedHeader> =>
  headers
    .filter(([name]) => !isOfBrowser(name))
    .map(([name, value]) => {
      const decoded = decode(name, value)
      return { name, value, ...(decoded === undefined ? {} : { decoded }) }
    })

const decode = (name: string, value: string): string | undefined => {
  switch (name) {
    case "ap-device-identifier":
      return fromBase64(value.replace(/^\S+\s+/, ""))
    case "x-device-info":
    case "ap-partner-framework-status":
    case "ap-temppass-identity":
      return indented(fromBase64(value))
    case "ad-service-token":
    case "adobe-subject-token":
      return indented(fromBase64(value.split(".")[1] ?? ""))
    default:
      return undefined
  }
}

const fromBase64 = (value: string): string | undefined => {
  try {
    const bytes = Uint8Array.from(atob(value.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0)
    )
    return new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}

/** Returns JSON with line breaks, and anything else as it is. */
export const indented = (body: string | undefined): string | undefined => {
  try {
    return body === undefined ? undefined : JSON.stringify(JSON.parse(body), undefined, 2)
  } catch {
    return body
  }
}

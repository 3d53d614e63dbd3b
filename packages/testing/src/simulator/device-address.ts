import type { Connection } from "./receipt.ts"

/** A device whose address nobody tells: an address reserved for documentation. */
const unknownAddress = "192.0.2.1"

/** Characters of the longest IP address, an IPv4 one in IPv6; whatever is longer names no device to keep a bucket for. */
const longestAddress = 45

/** The address that the throttle counts, whichever of its spellings it was sent in. */
export const deviceAddress = (request: Request, connection: Connection): string => {
  const forwarded = request.headers.get("x-forwarded-for")?.trim() ?? ""
  const isForwarded = forwarded !== "" && forwarded.length <= longestAddress
  return inOneSpelling((isForwarded ? forwarded : connection.address) || unknownAddress)
}

/** An IPv4 client of a dual-stack socket keeps its IPv4 form; what is no address stays as it is. */
const inOneSpelling = (address: string): string => {
  const ipv4 = address.replace(/^::ffff:(?=\d+\.)/i, "")
  const url = `http://[${ipv4}]`
  return ipv4.includes(":") && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : ipv4
}

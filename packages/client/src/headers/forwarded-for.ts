import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "X-Forwarded-For"

/**
 * Returns the header `X-Forwarded-For`, the public IP address of the streaming device. A server sends it with every
 * call, including DCR calls; an application on the device never sends it. Adobe Pass throttles by this address: without
 * the header, all viewers share the limit of the server's address.
 *
 * Accepts exactly one IPv4 or IPv6 address and returns its canonical form (RFC 5952), so that each device has one
 * throttle key. An IPv4 address that is mapped to IPv6, as dual-stack sockets report it (`::ffff:203.45.101.20`),
 * becomes IPv4.
 *
 * Source: docs/protocol/headers.md section 4, docs/protocol/throttling.md section 2.
 *
 * @throws {InvalidHeaderError} for anything else: a list, a port, brackets, a zone, a host name
 * @example
 * ```ts
 * forwardedForHeader("203.45.101.20") // => { "X-Forwarded-For": "203.45.101.20" }
 * forwardedForHeader("2001:DB8:0:0::1") // => { "X-Forwarded-For": "2001:db8::1" }
 * ```
 */
export const forwardedForHeader = (address: string): { readonly [name]: string } => {
  const canonical = typeof address === "string" ? canonicalAddress(address) : undefined
  if (canonical !== undefined) return { [name]: canonical }
  throw new InvalidHeaderError(
    name,
    "is not one IP address",
    "Pass the device's public IPv4 or IPv6 address, without port"
  )
}

// A function, so that bundlers can drop unused patterns.
const withOctet = (form: (octet: string) => string): RegExp =>
  new RegExp(form("(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"))
const ipv4 = /* @__PURE__ */ withOctet((octet) => `^${octet}(?:\\.${octet}){3}$`)
// Dotted decimals may replace the last two groups of an IPv6 address.
const dottedEnd = /* @__PURE__ */ withOctet((octet) => `:(${octet}(?:\\.${octet}){3})$`)

/** Returns the canonical form of an IPv4 or IPv6 address, or `undefined` for anything else. */
export const canonicalAddress = (address: string): string | undefined => {
  if (ipv4.test(address)) return address
  const groups = groupsOf(address.replace(dottedEnd, (_end, dotted: string) => `:${hexGroups(dotted)}`))
  if (groups === undefined) return undefined
  const isMapped = groups.slice(0, 6).join() === "0,0,0,0,0,ffff"
  return isMapped ? groups.slice(6).flatMap(octetsOf).join(".") : compressed(groups)
}

/** Returns the eight groups of an IPv6 address, in lower case and without leading zeros. */
const groupsOf = (address: string): ReadonlyArray<string> | undefined => {
  const halves = address.split("::").map((half) => (half === "" ? [] : half.split(":")))
  const [start = [], end] = halves
  const missing = 8 - start.length - (end ?? []).length
  if (halves.length > 2 || (end === undefined ? missing !== 0 : missing < 1)) return undefined
  const groups = [...start, ...Array.from({ length: missing }, () => "0"), ...(end ?? [])]
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}

const hexGroups = (dotted: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split(".").map(Number)
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

const octetsOf = (group: string): ReadonlyArray<number> => {
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 255]
}

/**
 * Replaces the longest run of at least two zeros with `::`; of equally long runs, the first (RFC 5952, section 4.2).
 */
const compressed = (groups: ReadonlyArray<string>): string => {
  const runs = `${groups.join(":")}:`.match(/\b(?:0:){2,}/g) ?? []
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "")
  if (longest === "") return groups.join(":")
  const whole = `:${groups.join(":")}:`
  return whole.replace(`:${longest}`, "::").replace(/^:(?!:)|([^:]):$/g, "$1")
}

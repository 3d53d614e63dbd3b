const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/** The characters of an IPv6 address. `URL` checks the rest of the grammar. */
const ipv6 = /^[\da-f:.]+$/i

/** The last 32 bits of an IPv4-mapped address in canonical form. */
const ipv4Mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/

/**
 * Returns the canonical form of an IP address, by which the throttle counts: RFC 5952 for IPv6, dotted decimals for an
 * IPv4 address that is mapped to IPv6. Returns `undefined` for any other string.
 */
export const canonicalAddress = (address: string): string | undefined => {
  if (ipv4.test(address)) return address
  if (!address.includes(":") || !ipv6.test(address)) return undefined
  const url = `http://[${address}]`
  if (!URL.canParse(url)) return undefined
  const canonical = new URL(url).hostname.slice(1, -1)
  const [, high, low] = ipv4Mapped.exec(canonical) ?? []
  return high === undefined || low === undefined
    ? canonical
    : dotted(Number.parseInt(high, 16), Number.parseInt(low, 16))
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join(".")

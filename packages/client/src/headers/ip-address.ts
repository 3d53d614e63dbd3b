const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)
// Dotted decimals may stand for the last two groups of an IPv6 address.
const dottedEnd = new RegExp(`:${octet}(?:\\.${octet}){3}$`)
const group = /^[\da-f]{1,4}$/i

/** Whether a text is one IPv4 address in dotted decimals. */
export const isIpv4 = (text: string): boolean => ipv4.test(text)

/** Whether a text is one IPv6 address: eight groups, or fewer around one `::`. */
export const isIpv6 = (text: string): boolean => {
  const halves = text.replace(dottedEnd, ":0:0").split("::")
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")))
  const complete = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8
  return complete && groups.every((part) => group.test(part))
}

import type { Call } from "../call/call.ts"
import { warn } from "../call/violation.ts"

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/** Hexadecimal groups, at most one `::`, perhaps an IPv4 end; `URL` knows the rest of the grammar. */
const isIpv6 = (text: string) => /^[\da-f:.]+$/i.test(text) && text.includes(":") && URL.canParse(`http://[${text}]`)

/** One public address: no list, no port (docs/protocol/headers.md section 4). */
export const checkForwardedFor = (call: Call): void => {
  const address = call.headers.get("x-forwarded-for")
  if (address === null || ipv4.test(address) || isIpv6(address)) return
  warn(call, "forwarded-for", "X-Forwarded-For has to be one IP address, without a list and without a port.")
}

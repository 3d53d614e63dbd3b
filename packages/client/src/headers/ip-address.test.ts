import { isIP } from "node:net"
import { describe, expect, it } from "vitest"
import { isIpv4, isIpv6 } from "./ip-address.ts"

const pick = <Item>(items: ReadonlyArray<Item>): Item => {
  const item = items[Math.floor(Math.random() * items.length)]
  if (item === undefined) throw new Error("Nothing to pick from.")
  return item
}

const parts = ["0", "1", "ff", "fe80", "2001", "db8", "", "00000", "g", "::", "1.2.3.4", "255.255.255.255", "256.1.1.1"]

/** Random texts of the parts of addresses: some of them are addresses, most are almost. */
const randomAddress = (): string =>
  Array.from({ length: Math.ceil(Math.random() * 9) }, () => pick(parts)).join(pick([":", ":", ":", "."]))

describe("IP addresses", () => {
  it.each(["0.0.0.0", "203.45.101.20", "255.255.255.255"])("%s is IPv4", (text) => {
    expect(isIpv4(text)).toBe(true)
    expect(isIpv6(text)).toBe(false)
  })

  it.each([
    "::",
    "::1",
    "1::",
    "2001:db8::1",
    "2001:DB8:0:0:8:800:200C:417A",
    "::ffff:203.45.101.20",
    "1:2:3:4:5:6:1.2.3.4"
  ])("%s is IPv6", (text) => {
    expect(isIpv6(text)).toBe(true)
    expect(isIpv4(text)).toBe(false)
  })

  it("agrees with node:net on 20000 texts that look like addresses", () => {
    let addresses = 0
    for (let index = 0; index < 20_000; index++) {
      const text = randomAddress()
      const version = isIP(text)
      expect([text, isIpv4(text), isIpv6(text)]).toEqual([text, version === 4, version === 6])
      if (version !== 0) addresses++
    }
    expect(addresses).toBeGreaterThan(100)
  })
})

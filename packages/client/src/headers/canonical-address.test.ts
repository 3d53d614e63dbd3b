import { isIP } from "node:net"
import { describe, expect, it } from "vitest"
import { canonicalAddress } from "./forwarded-for.ts"

const pick = <Item>(items: ReadonlyArray<Item>): Item => {
  const item = items[Math.floor(Math.random() * items.length)]
  if (item === undefined) throw new Error("Nothing to pick from.")
  return item
}

const parts = ["0", "1", "ff", "fe80", "2001", "db8", "", "00000", "g", "::", "1.2.3.4", "255.255.255.255", "256.1.1.1"]

/** Random strings of the parts of addresses: some of them are addresses, most are almost. */
const randomAddress = (): string =>
  Array.from({ length: Math.ceil(Math.random() * 9) }, () => pick(parts)).join(pick([":", ":", ":", "."]))

describe("the canonical form of an IP address", { retry: 0 }, () => {
  it.each(["0.0.0.0", "203.45.101.20", "255.255.255.255"])("of %s is itself", (address) => {
    expect(canonicalAddress(address)).toBe(address)
  })

  it.each([
    ["0:0:0:0:0:0:0:0", "::"],
    ["::0001", "::1"],
    ["1:0:0:0:0:0:0:0", "1::"],
    ["2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"],
    ["2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"],
    ["::ffff:203.45.101.20", "203.45.101.20"],
    ["::FFFF:cb2d:6514", "203.45.101.20"],
    ["0:0:0:0:0:ffff:cb2d:6514", "203.45.101.20"]
  ])("of %s is %s", (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical)
  })

  it("exists for what node:net calls an address, of 20000 strings that look like one", () => {
    let addresses = 0
    for (let index = 0; index < 20_000; index++) {
      const address = randomAddress()
      const version = isIP(address)
      expect([address, canonicalAddress(address) !== undefined]).toEqual([address, version !== 0])
      if (version !== 0) addresses++
    }
    expect(addresses).toBeGreaterThan(100)
  })

  it("is that of the platform's URL for 2000 random IPv6 addresses", () => {
    for (let index = 0; index < 2000; index++) {
      const group = () => pick([0, 0, 1, Math.floor(Math.random() * 0x10000)]).toString(16)
      // Not mapped: the first group is not zero.
      const address = ["2001", ...Array.from({ length: 7 }, group)].join(":")
      expect(`[${canonicalAddress(address)}]`).toBe(new URL(`http://[${address}]`).hostname)
    }
  })
})

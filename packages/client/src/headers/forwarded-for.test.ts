import { describe, expect, it } from "vitest"
import { refusedHeader } from "../../test/refused-header.ts"
import { forwardedForHeader } from "./forwarded-for.ts"

describe("X-Forwarded-For", () => {
  it.each(["203.45.101.20", "2001:db8::8a2e:370:7334", "::1"])("is the address %s as it is", (address) => {
    expect(forwardedForHeader(address)).toEqual({ "X-Forwarded-For": address })
  })

  it.each(["::ffff:203.45.101.20", "::FFFF:203.45.101.20"])("is the IPv4 address that %s stands for", (address) => {
    expect(forwardedForHeader(address)).toEqual({ "X-Forwarded-For": "203.45.101.20" })
  })

  it.each([
    "",
    "203.45.101.20, 10.0.0.1",
    "203.45.101.20:443",
    "[2001:db8::1]",
    "[2001:db8::1]:443",
    "fe80::1%eth0",
    " 203.45.101.20",
    "203.45.101.20\r\nX-Injected: 1",
    "203.45.101",
    "203.45.101.256",
    "203.45.101.020",
    "0xcb.45.101.20",
    "1:2:3:4:5:6:7:8:9",
    "1::2::3",
    "unknown",
    "tv.example"
  ])("refuses %j, without repeating it", (address) => {
    const error = refusedHeader(() => forwardedForHeader(address))
    expect(error.header).toBe("X-Forwarded-For")
    expect(error.message).toBe(
      "Failed to build X-Forwarded-For: it is not one IP address. Pass the device's public IPv4 or IPv6 address, without port."
    )
  })
})

import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import {
  environments,
  InvalidOriginError,
  managementEnvironments,
  resolveOrigin,
  type EnvironmentName,
  type OriginOptions
} from "./resolve-origin.ts"

const refusal = (options: OriginOptions): InvalidOriginError => {
  try {
    resolveOrigin(options)
  } catch (error) {
    if (error instanceof InvalidOriginError) return error
    throw error
  }
  throw new Error("the origin was accepted")
}

describe("environments", () => {
  it("are the four origins of the protocol page", () => {
    const page = readFileSync(new URL("../../../../docs/protocol/dcr.md", import.meta.url), "utf8")
    const rows = [...page.matchAll(/^\| ((?:Release|Prequal)-\w+) \| `(https:[^`]+)` \|$/gm)]
    expect(Object.fromEntries(rows.map(([, name, origin]) => [name?.toLowerCase(), origin]))).toEqual(environments)
  })

  it.each(["dcr", "rest-v2"])("are the servers of the %s spec", (api) => {
    const spec = readFileSync(new URL(`../../../../specs/${api}/openapi.yaml`, import.meta.url), "utf8")
    const rows = [...spec.matchAll(/^ {2}- url: (\S+)\n {4}description: (\S+)$/gm)]
    expect(Object.fromEntries(rows.map(([, origin, name]) => [name?.toLowerCase(), origin]))).toEqual(environments)
  })
})

describe("managementEnvironments", () => {
  it.each(["reset-temp-pass", "esm", "proxy-mvpd"])("are the servers of the %s spec", (api) => {
    const spec = readFileSync(new URL(`../../../../specs/management/${api}/openapi.yaml`, import.meta.url), "utf8")
    const rows = [...spec.matchAll(/^ {2}- url: (\S+)\n {4}description: (\S+)$/gm)]
    const servers = Object.fromEntries(rows.map(([, origin, name]) => [name?.toLowerCase(), origin]))
    expect(servers).toEqual(managementEnvironments)
  })
})

describe("resolveOrigin", () => {
  it("knows the environments by name", () => {
    expect(resolveOrigin({ environment: "prequal-staging" })).toBe("https://sp-prequal.auth-staging.adobe.com")
  })

  it.each([
    ["https://pass.example", "https://pass.example"],
    ["https://pass.example/", "https://pass.example"],
    ["HTTPS://Pass.Example:443", "https://pass.example"],
    ["https://pass.example:8443", "https://pass.example:8443"],
    [" https://pass.example\n", "https://pass.example"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://pass.localhost", "http://pass.localhost"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://127.9.9.9", "http://127.9.9.9"],
    ["http://[::1]:4010", "http://[::1]:4010"]
  ])("normalises %j to %s", (origin, expected) => {
    expect(resolveOrigin({ origin })).toBe(expected)
  })

  it.each([
    "",
    "pass.example",
    "https://",
    "https://pass.example:99999",
    "ftp://pass.example",
    "localhost:4010",
    "file:///etc/passwd",
    "https://pass.example/api/v2",
    "https://pass.example?",
    "https://pass.example/?a=b",
    "https://pass.example#",
    "https://pass.example/#top",
    "https://user:hunter2@pass.example",
    "https://user@pass.example",
    "http://pass.example",
    "http://127.0.0.1.example",
    "http://127.0.0.1@pass.example",
    "http://localhost.example",
    "http://localhost:4010.example",
    "http://notlocalhost",
    "http://10.0.0.1",
    "http://[::2]"
  ])("refuses %j", (origin) => {
    const error = refusal({ origin })
    expect(error._tag).toBe("InvalidOriginError")
    expect(error.message).toContain("is neither an https: origin nor an origin of this machine")
  })

  it("keeps credentials out of the message", () => {
    expect(refusal({ origin: "https://user:hunter2@pass.example" }).message).not.toContain("hunter2")
  })

  it("accepts http: elsewhere only with allowInsecure", () => {
    expect(resolveOrigin({ origin: "http://simulator:4010", allowInsecure: true })).toBe("http://simulator:4010")
    expect(refusal({ origin: "http://simulator:4010/path", allowInsecure: true }).message).toContain(
      "neither an https: origin"
    )
  })

  it("names the environments when it does not know one", () => {
    // A name from a configuration file.
    const environment = "toString" as EnvironmentName
    expect(refusal({ environment }).message).toContain("release-production,release-staging")
  })

  it("refuses an environment together with an origin, and neither of both", () => {
    // Options from a configuration file.
    const both = { environment: "release-staging", origin: "https://pass.example" } as unknown as OriginOptions
    expect(refusal(both).message).toContain("is unknown or ambiguous")
    expect(refusal({} as OriginOptions).message).toContain("is unknown or ambiguous")
  })
})

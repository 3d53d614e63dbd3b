import { describe, expect, it } from "vitest"
import { readProfiles } from "./read-profiles.ts"
import type { Schemas } from "./schemas.ts"

const profile: Schemas["Profile"] = {
  notBefore: 1752149281000,
  notAfter: 1783685280000,
  issuer: "Spectrum",
  type: "regular",
  attributes: { userID: { value: "user", state: "plain" } }
}

describe("readProfiles", () => {
  it("names the MVPD by the key, not by the issuer", () => {
    expect(readProfiles({ profiles: { Cablevision: profile } })).toEqual([
      {
        mvpd: "Cablevision",
        issuer: "Spectrum",
        type: "regular",
        attributes: { userID: { encrypted: false, value: "user" } },
        notBefore: 1752149281000,
        notAfter: 1783685280000
      }
    ])
  })

  it("reads timestamps that arrive as strings", () => {
    const text = { ...profile, notBefore: "1752149281000", notAfter: "1783685280000" }
    // What a server may send against the spec (C-V2-3).
    const [read] = readProfiles({ profiles: { Cablevision: text as unknown as Schemas["Profile"] } })
    expect([read?.notBefore, read?.notAfter]).toEqual([1752149281000, 1783685280000])
  })

  it.each([
    ["plain", false],
    ["enc", true],
    ["encrypted", true],
    ["sealed", true]
  ])("takes an attribute of state %s for encrypted: %s (C-V2-10)", (state, encrypted) => {
    const attributes = { userID: { value: "user", state: "plain" }, zip: { value: "94101", state } }
    expect(readProfiles({ profiles: { Cablevision: { ...profile, attributes } } })[0]?.attributes.zip).toEqual({
      encrypted,
      value: "94101"
    })
  })

  it("keeps every type of value, and unknown keys", () => {
    const attributes = {
      userID: { value: "user", state: "plain" },
      channelID: { value: ["a", "b"], state: "plain" },
      maxRating: { value: { MPAA: "NR" }, state: "plain" },
      remaining_resources: { value: 1, state: "plain" },
      hba_status: { value: true, state: "plain" },
      shoeSize: { value: 42, state: "plain" }
    }
    const [read] = readProfiles({ profiles: { Cablevision: { ...profile, type: "holographic", attributes } } })
    expect(read?.type).toBe("holographic")
    expect(Object.values(read?.attributes ?? {}).map(({ value }) => value)).toEqual([
      "user",
      ["a", "b"],
      { MPAA: "NR" },
      1,
      true,
      42
    ])
  })

  it("treats null as absent", () => {
    const attributes = {
      userID: { value: "user", state: "plain" },
      zip: null,
      shoeSize: { value: null, state: "plain" }
    }
    const profiles = { Cablevision: { ...profile, issuer: null, notAfter: null, attributes }, Spectrum: null }
    // What a server may send against the spec.
    expect(readProfiles({ profiles } as unknown as Schemas["Profiles"])).toStrictEqual([
      {
        mvpd: "Cablevision",
        type: "regular",
        attributes: { userID: { encrypted: false, value: "user" } },
        notBefore: 1752149281000
      }
    ])
  })

  it("leaves out and reports entries that are no objects", () => {
    const reported: Array<unknown> = []
    const attributes = { userID: { value: "user", state: "plain" }, zip: "10001" }
    const profiles = { Dish: "x", Cablevision: { ...profile, attributes }, Spectrum: ["y"] }
    // What a server may send against the spec.
    const read = readProfiles({ profiles } as unknown as Schemas["Profiles"], (entry) => reported.push(entry))
    expect(read).toMatchObject([{ mvpd: "Cablevision", attributes: { userID: { value: "user" } } }])
    expect(reported).toEqual([
      { key: "Dish", problem: "is not an object" },
      { key: "Spectrum", problem: "is not an object" },
      { key: "Cablevision.zip", problem: "is not an object" }
    ])
  })

  it("is empty when the user is not authenticated", () => {
    expect(readProfiles({ profiles: {} })).toEqual([])
    // What a server may send against the spec.
    expect(readProfiles({} as Schemas["Profiles"])).toEqual([])
  })
})

import { describe, expect, it } from "vitest"
import { readLogouts } from "./read-logouts.ts"
import type { Schemas } from "./schemas.ts"

const origin = "https://sp.auth.adobe.com"

describe("readLogouts", () => {
  it("names the MVPD by the key (C-V2-19) and resolves the url", () => {
    const logouts = {
      ATTOTT: { actionName: "complete", actionType: "none", mvpd: "Dish" },
      Spectrum: { actionName: "logout", actionType: "interactive", mvpd: "Spectrum", url: "/adobe-services/logout?a=b" }
    }
    expect(readLogouts({ logouts }, origin)).toEqual([
      { mvpd: "ATTOTT", actionName: "complete", actionType: "none" },
      { mvpd: "Spectrum", actionName: "logout", actionType: "interactive", url: `${origin}/adobe-services/logout?a=b` }
    ])
  })

  it("treats null as absent", () => {
    const logouts = { Dish: { actionName: "complete", actionType: "none", mvpd: null, url: null }, Spectrum: null }
    // What a server may send against the spec.
    expect(readLogouts({ logouts } as unknown as Schemas["Logouts"], origin)).toStrictEqual([
      { mvpd: "Dish", actionName: "complete", actionType: "none" }
    ])
  })

  it("reads a map without its wrapper (C-V2-17)", () => {
    const bare = { Dish: { actionName: "logout", actionType: "interactive", url: "/logout" } }
    // What a server may send against the spec.
    expect(readLogouts(bare as unknown as Schemas["Logouts"], { baseUrl: origin })).toEqual([
      { mvpd: "Dish", actionName: "logout", actionType: "interactive", url: `${origin}/logout` }
    ])
  })

  it("leaves out and reports entries that are no objects", () => {
    const reported: Array<unknown> = []
    const logouts = { Dish: "x", Spectrum: { actionName: "complete", actionType: "none" } }
    // What a server may send against the spec.
    const read = readLogouts({ logouts } as unknown as Schemas["Logouts"], origin, (entry) => reported.push(entry))
    expect(read).toMatchObject([{ mvpd: "Spectrum" }])
    expect(reported).toEqual([{ key: "Dish", problem: "is not an object" }])
  })

  it("is empty when there is nothing to do", () => {
    expect(readLogouts({ logouts: {} }, origin)).toEqual([])
    // What a server may send against the spec.
    expect(readLogouts({} as Schemas["Logouts"], origin)).toEqual([])
  })
})

import { describe, expect, it } from "vitest"
import { readSession, readSessionDetails } from "./read-session.ts"
import type { Schemas } from "./schemas.ts"

const origin = "https://sp.auth.adobe.com"

const session: Schemas["Session"] = {
  actionName: "resume",
  actionType: "direct",
  reasonType: "none",
  url: "/api/v2/REF30/sessions/8ER640M",
  code: "8ER640M",
  missingParameters: ["mvpd", "domain", "redirectUrl"],
  sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
  serviceProvider: "REF30",
  notBefore: "1733735289035",
  notAfter: 1733737089035
}

describe("readSessionDetails of unusual devices", () => {
  it.each([{ v4: "203.45.101.20" }, ["203.45.101.20"], 5])("has no IP address for %j", (ipAddress) => {
    const details = { device: { type: "TV", connection: { ipAddress, port: "3061" } } }
    // What a server may send against the spec.
    expect(readSessionDetails(details as unknown as Schemas["SessionDetails"]).device).toEqual({
      type: "TV",
      connection: { port: "3061" }
    })
  })
})

describe("readSession", () => {
  it("takes the transport in place of its origin", () => {
    expect(readSession(session, { baseUrl: origin })).toEqual(readSession(session, origin))
  })

  it("is ready to act on: absolute, in milliseconds, with the request's names (C-V2-3, C-V2-6)", () => {
    expect(readSession(session, origin)).toEqual({
      ...session,
      url: "https://sp.auth.adobe.com/api/v2/REF30/sessions/8ER640M",
      missingParameters: ["mvpd", "domainName", "redirectUrl"],
      notBefore: 1733735289035,
      notAfter: 1733737089035
    })
  })

  it("treats null as absent", () => {
    const response = {
      ...session,
      url: null,
      code: null,
      missingParameters: null,
      mvpd: null,
      notBefore: null,
      notAfter: null
    }
    // What a server may send against the spec.
    expect(readSession(response as unknown as Schemas["Session"], origin)).toEqual({
      actionName: "resume",
      actionType: "direct",
      reasonType: "none",
      missingParameters: [],
      sessionId: session.sessionId,
      serviceProvider: "REF30"
    })
  })

  it("carries actions, reasons, parameters and members that are unknown", () => {
    const response = { ...session, actionName: "dance", reasonType: "fun", missingParameters: ["shoes"], tempo: 120 }
    expect(readSession(response, origin)).toMatchObject({
      actionName: "dance",
      reasonType: "fun",
      missingParameters: ["shoes"],
      tempo: 120
    })
  })
})

const existing = (existingParameters: Schemas["ExistingParameters"]) =>
  readSessionDetails({ existingParameters, device: {}, notBefore: "1", notAfter: "2" }).existingParameters

describe("readSessionDetails", () => {
  const device = {
    type: "Desktop",
    model: null,
    hardware: { name: null, vendor: "Apple" },
    connection: { port: "3061" }
  }

  it("reads the domain by either name (C-V2-6)", () => {
    expect(existing({ domain: "adobe.com" })).toEqual({ domainName: "adobe.com" })
    expect(existing({ domainName: "adobe.com" })).toEqual({ domainName: "adobe.com" })
    expect(existing({ domainName: "new.example", domain: "old.example" })).toEqual({ domainName: "new.example" })
    expect(existing({ mvpd: "Cablevision" })).toEqual({ mvpd: "Cablevision" })
  })

  it("has no null in it, and no missing parameters when the session is complete", () => {
    expect(readSessionDetails({ existingParameters: {}, device, notBefore: "1", notAfter: 2 })).toEqual({
      existingParameters: {},
      missingParameters: [],
      device: { type: "Desktop", hardware: { vendor: "Apple" }, connection: { port: "3061" } },
      notBefore: 1,
      notAfter: 2
    })
  })

  it("reads a response without parameters and device", () => {
    // What an older server sends against the spec.
    expect(readSessionDetails({} as Schemas["SessionDetails"])).toEqual({
      existingParameters: {},
      missingParameters: [],
      device: {}
    })
  })
})

import { createAdobePass } from "@tve-pass/auth/promise"
import { softwareStatement } from "../software-statement.ts"
import { createEntitlement, type Entitlement } from "@tve-pass/entitlement/promise"

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

/** What the test reaches from outside. */
declare global {
  interface Window {
    entitlement: Entitlement
    /** What a framework rendered, in order. */
    rendered: Array<string>
  }
}

/** The application of every page: one viewer, `localStorage`. */
export const createApplication = (): Entitlement => {
  const pass = createAdobePass({
    origin: location.origin,
    softwareStatement,
    device: { identifier: "living-room-television", info },
    storage: () => localStorage
  })
  window.rendered = []
  window.entitlement = createEntitlement({
    pass,
    serviceProvider: "REF30",
    domainName: "adobe.com",
    redirectUrl: "https://adobe.com/",
    storage: () => localStorage
  })
  return window.entitlement
}

/** Notes what was rendered. */
export const note = (name: string): string => {
  if (window.rendered.at(-1) !== name) window.rendered.push(name)
  return name
}

export const root = (): HTMLElement => {
  const element = document.getElementById("root")
  if (element === null) throw new Error("The page has no root.")
  return element
}

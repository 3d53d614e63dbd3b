import { createAdobePass } from "@tve-pass/auth/promise"
import type { Contestant } from "../contestant.ts"
import { staticBearer } from "./static-bearer.ts"
import { readJson } from "./read-json.ts"

const device = {
  identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
  info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
}

// Not `throttle: false`: the bucket is part of what is measured.
const manyRequests = { perSecond: 1e9, burst: 1e9 }

/** The Promise facade, with the statement and the store it has by default, memory. */
export const tvePass: Contestant = {
  name: "tve-pass",
  packages: ["@tve-pass/auth", "effect"],
  bundleEntry: `export { createAdobePass } from "@tve-pass/auth/promise"`,
  create: async ({ origin, fetch }, limits = "none") => {
    const throttle = limits === "none" ? manyRequests : undefined
    const pass = createAdobePass({ origin, softwareStatement: "a.b.c", device, fetch, throttle })
    return {
      call: async (path, { signal } = {}) => readJson(await pass.fetch(path, signal === undefined ? {} : { signal })),
      callWithStaticBearer: staticBearer({ origin, fetch })
    }
  }
}

import { createAdobePass } from "@tve-pass/auth/promise"
import type { Contestant } from "../contestant.ts"
import { device } from "../network/request.ts"
import { readJson } from "./read-json.ts"

// Not `throttle: false`: the bucket is part of what is measured.
export const manyRequests = { perSecond: 1e9, burst: 1e9 }

/** The promise facade with its default store, memory. */
export const tvePass: Contestant = {
  name: "tve-pass",
  packages: ["@tve-pass/auth", "effect"],
  bundleEntry: `export { createAdobePass } from "@tve-pass/auth/promise"`,
  create: async ({ origin, fetch }, limits = "none") => {
    const throttle = limits === "none" ? manyRequests : undefined
    const pass = createAdobePass({ origin, softwareStatement: "a.b.c", device, fetch, throttle })
    return {
      call: async (path, { signal } = {}) => readJson(await pass.fetch(path, signal === undefined ? {} : { signal }))
    }
  }
}

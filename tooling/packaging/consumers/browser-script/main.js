// A script that a page calls: signs the viewer in by a second screen, and tells who is signed in at the next start.
import { createAdobePass } from "@tve-pass/auth/promise"
import { authenticationUrl, createRestV2Client, readProfiles } from "@tve-pass/client/rest-v2"

const params = { path: { serviceProvider: "REF30" } }

export const start = ({ origin, softwareStatement }) => {
  const pass = createAdobePass({
    origin,
    softwareStatement,
    device: {
      identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    },
    storage: localStorage
  })
  const restV2 = createRestV2Client(pass)
  return {
    /** The MVPD that the viewer is signed in with, if any. */
    mvpd: async () => {
      const { data } = await restV2.GET("/api/v2/{serviceProvider}/profiles", { params })
      return readProfiles(data)[0]?.mvpd
    },
    /** A code for the second screen, and the login page that it leads to. */
    code: async () => {
      const { data } = await restV2.POST("/api/v2/{serviceProvider}/sessions", {
        params,
        body: { mvpd: "Cablevision", domainName: "adobe.com", redirectUrl: "https://adobe.com" }
      })
      return { code: data.code, url: authenticationUrl({ origin, serviceProvider: "REF30", code: data.code }) }
    }
  }
}

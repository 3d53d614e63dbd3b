import { deviceClock } from "../clock/device-clock.ts"
import { createAdobePass } from "@tve-pass/auth/promise"
import { render } from "preact"
import { loadDeviceSettings } from "../device/device-settings.ts"
import { deviceStorage } from "../device/device-storage.ts"
import { postToParent } from "../messages/frame-message.ts"
import { Phone, SignedIn } from "./app.tsx"

const info = { model: "Pixel 9", version: "1.0", osName: "Android", osVersion: "16", connectionType: "WiFi" }

const root = document.getElementById("app")
if (root !== null) {
  if (new URLSearchParams(location.search).has("signed-in")) {
    render(<SignedIn />, root)
    postToParent({ kind: "redirect-reached" })
  } else {
    const settings = await loadDeviceSettings()
    const pass = createAdobePass({
      origin: location.origin,
      softwareStatement: settings.softwareStatement,
      device: { identifier: "phone", info },
      storage: () => deviceStorage(settings.run, "phone")
    })
    pass.on("request-delayed", ({ wait }) =>
      postToParent({ kind: "waited", sender: "phone", at: deviceClock.now(), milliseconds: wait })
    )
    render(<Phone pass={pass} settings={settings} />, root)
  }
}

// A page that lists the MVPDs of a channel; its address says where the server is and what to register with.
import { createAdobePass } from "@tve-pass/auth/promise"
import { narrow } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"

const address = new URLSearchParams(location.search)
const pass = createAdobePass({
  origin: address.get("origin") ?? "",
  softwareStatement: address.get("statement") ?? "",
  device: {
    identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
    info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
  },
  storage: () => localStorage
})
const restV2 = createRestV2Client(pass)

const show = (name: string, text: string): void => {
  const element = document.createElement(name)
  element.textContent = text
  document.querySelector("main")?.append(element)
}

const configuration = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } } })
)
if (configuration.kind === "success") {
  for (const { displayName } of configuration.data.requestor.mvpds) show("li", displayName)
  show("p", "ready")
} else {
  show("p", configuration.failure._tag)
}

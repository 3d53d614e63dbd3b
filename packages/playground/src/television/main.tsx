import { deviceClock } from "../clock/device-clock.ts"
import { render } from "preact"
import { loadDeviceSettings } from "../device/device-settings.ts"
import { postToParent } from "../messages/frame-message.ts"
import { App } from "./app.tsx"
import { createApplication } from "./application.ts"
import { readSetUp } from "./set-up.ts"
import { createTelevision } from "./television.ts"
import { viewerSummary } from "./viewer-summary.ts"

const setUp = readSetUp(location.search)
const settings = await loadDeviceSettings()
const application = await createApplication(settings, setUp)
const television = createTelevision(application, (step) => postToParent({ kind: "step", step }))

const { state } = application.entitlement
state.subscribe(() => postToParent({ kind: "viewer", viewer: viewerSummary(state.getSnapshot()) }))
application.pass.on("request-delayed", ({ wait }) =>
  postToParent({ kind: "waited", sender: "television", at: deviceClock.now(), milliseconds: wait })
)

const root = document.getElementById("app")
if (root !== null) {
  render(<App television={television} setUp={setUp} publicOrigin={settings.publicOrigin} />, root)
  television.start()
}

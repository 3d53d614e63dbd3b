import { deviceIdentifierHeader, deviceInfoHeader, match, narrow } from "../src/index.ts"
import { createRestV2Client, readProfiles, type AuthenticationSession } from "../src/rest-v2/index.ts"

declare const accessToken: string
declare const deviceId: string
declare const session: AuthenticationSession

const restV2 = createRestV2Client({
  environment: "release-staging",
  headers: {
    Authorization: `Bearer ${accessToken}`,
    ...deviceIdentifierHeader(deviceId),
    ...deviceInfoHeader({ model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" })
  }
})
const result = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/profiles", { params: { path: { serviceProvider: "REF30" } } })
)
if (result.kind === "success") console.log(readProfiles(result.data)) // which MVPDs the user is signed in with
else console.log(result.failure) // why not, told apart by `_tag`

export const next = match(
  session.actionName,
  {
    authenticate: () => "open the login page",
    resume: () => "supply the missing parameters",
    retry: () => "supply the missing parameters",
    authorize: () => "ask for a decision",
    partner_profile: () => "ask the partner framework"
  },
  (actionName) => `update the app, it does not know ${actionName}`
)

import { deviceIdentifierHeader, deviceInfoHeader, match, narrow, type DeviceInfo } from "../src/index.ts"
import { createRestV2Client, readProfiles, type AuthenticationSession } from "../src/rest-v2/index.ts"

declare const accessToken: string
declare const deviceId: string
declare const deviceInfo: DeviceInfo
declare const session: AuthenticationSession

const device = { ...deviceIdentifierHeader(deviceId), ...deviceInfoHeader(deviceInfo) }
const headers = { Authorization: `Bearer ${accessToken}`, ...device }
const restV2 = createRestV2Client({ environment: "release-staging", headers })

const params = { path: { serviceProvider: "REF30" } }
const result = narrow(await restV2.GET("/api/v2/{serviceProvider}/profiles", { params }))
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

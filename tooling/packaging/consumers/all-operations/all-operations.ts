import { narrow } from "@tve-pass/client"
import { createRestV2Client, type components } from "@tve-pass/client/rest-v2"

// An application that calls every operation of the REST API V2 and reads what it answers; only ever type-checked.

const restV2 = createRestV2Client({ environment: "release-staging", headers: { Authorization: "Bearer token" } })

const serviceProvider = "REF30"
const mvpd = "Cablevision"
const partner = "Apple"
const code = "8ER640M"
const header = { "AP-Device-Identifier": "fingerprint Zm9v", "X-Device-Info": "e30=" }

const configuration = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider } } })
)
if (configuration.kind === "success") {
  const names: ReadonlyArray<string> = configuration.data.requestor.mvpds.map(({ displayName }) => displayName)
  console.log(names)
} else if (configuration.status === 429) {
  console.log(configuration.failure._tag)
}

const session = narrow(
  await restV2.POST("/api/v2/{serviceProvider}/sessions", {
    params: { path: { serviceProvider }, header },
    body: { mvpd, domainName: "adobe.com", redirectUrl: "https://adobe.com" }
  })
)
if (session.kind === "success") console.log(nextStep(session.data))

const resumed = narrow(
  await restV2.POST("/api/v2/{serviceProvider}/sessions/{code}", {
    params: { path: { serviceProvider, code } },
    body: { mvpd }
  })
)
if (resumed.kind === "success") console.log(nextStep(resumed.data))

const details = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/sessions/{code}", { params: { path: { serviceProvider, code } } })
)
if (details.kind === "success") console.log(details.data.existingParameters.mvpd, details.data.device.model)

const loginPage = narrow(
  await restV2.GET("/api/v2/authenticate/{serviceProvider}/{code}", { params: { path: { serviceProvider, code } } })
)
console.log(loginPage.status)

const profiles = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/profiles", { params: { path: { serviceProvider }, header } })
)
if (profiles.kind === "success") {
  for (const [name, profile] of Object.entries(profiles.data.profiles)) console.log(name, profile.notAfter)
}

const profileForMvpd = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", { params: { path: { serviceProvider, mvpd }, header } })
)
if (profileForMvpd.kind === "success") console.log(profileForMvpd.data.profiles[mvpd]?.attributes.userID.value)

const profileForCode = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/profiles/code/{code}", { params: { path: { serviceProvider, code } } })
)
if (profileForCode.kind === "success") console.log(Object.keys(profileForCode.data.profiles).length)

const authorization = narrow(
  await restV2.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", {
    params: { path: { serviceProvider, mvpd }, header },
    body: { resources: ["TestStream1"] }
  })
)
if (authorization.kind === "success") {
  for (const decision of authorization.data.decisions)
    console.log(decision.token?.serializedToken ?? decision.error?.code)
}

const preauthorization = narrow(
  await restV2.POST("/api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}", {
    params: { path: { serviceProvider, mvpd }, header },
    body: { resources: ["TestStream1", "TestStream2"] }
  })
)
if (preauthorization.kind === "success") console.log(preauthorization.data.decisions.filter((one) => one.authorized))

const logout = narrow(
  await restV2.GET("/api/v2/{serviceProvider}/logout/{mvpd}", {
    params: { path: { serviceProvider, mvpd }, query: { redirectUrl: "https://adobe.com" }, header }
  })
)
if (logout.kind === "success") console.log(logout.data.logouts[mvpd]?.actionName)

const partnerHeader = { ...header, "AP-Partner-Framework-Status": "e30=" }

const partnerRequest = narrow(
  await restV2.POST("/api/v2/{serviceProvider}/sessions/sso/{partner}", {
    params: { path: { serviceProvider, partner }, header: partnerHeader },
    body: { redirectUrl: "https://adobe.com" }
  })
)
if (partnerRequest.kind === "success") console.log(partnerRequest.data.authenticationRequest?.request)

const partnerProfile = narrow(
  await restV2.POST("/api/v2/{serviceProvider}/profiles/sso/{partner}", {
    params: { path: { serviceProvider, partner }, header: partnerHeader },
    body: { SAMLResponse: "PHNhbWw+" }
  })
)
if (partnerProfile.kind === "success") console.log(partnerProfile.status)

function nextStep({ actionName, url, missingParameters }: components["schemas"]["Session"]): string {
  switch (actionName) {
    case "authenticate":
      return url ?? "no login page"
    case "resume":
    case "retry":
      return `supply ${missingParameters?.join(", ") ?? "nothing"}`
    case "authorize":
      return "ask for a decision"
    default:
      return `do not know ${actionName}`
  }
}

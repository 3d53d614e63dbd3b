import { findScenario } from "@tve-pass/testing/scenarios"
import type { TelevisionSetUp } from "../television/set-up.ts"
import { literal } from "./source-text.ts"

/** Returns the member of `scenarios` with this name, such as `secondScreen` for `second-screen`. */
export const scenarioKey = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Returns the expression of the options of the simulator: a scenario is a set of them. */
export const scenarioOptions = (name: string): string => `scenarios.${scenarioKey(name)}`

/** Returns whether a television of this set-up has credentials of an earlier visit, which the scenario tells of. */
export const remembers = (scenario: string, { television, application }: TelevisionSetUp): boolean =>
  findScenario(scenario)?.remembered !== undefined && television === "living-room" && application === "first"

/** Returns the expression of the device's identifier. */
export const deviceIdentifier = (scenario: string, { television }: TelevisionSetUp): string =>
  findScenario(scenario)?.remembered !== undefined && television === "living-room"
    ? `scenarios.${scenarioKey(scenario)}.remembered.deviceIdentifier`
    : `"${television}-television"`

const webOs = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const appleTv = { model: "AppleTV", version: "1.0", osName: "tvOS", osVersion: "18.0", connectionType: "WiFi" }

/** Returns the object that describes the device. */
export const deviceInfo = ({ singleSignOn }: TelevisionSetUp): string =>
  literal(singleSignOn.startsWith("apple") ? appleTv : webOs)

/** Returns the option of single sign-on, and what it is made of. */
export const singleSignOnSource = ({
  singleSignOn,
  television
}: TelevisionSetUp): { readonly option?: string; readonly declares: ReadonlyArray<string> } => {
  switch (singleSignOn) {
    case "none":
      return { declares: [] }
    case "platform-identity":
      return {
        option: `singleSignOn: singleSignOn({ platformIdentity: () => ({ subjectToken: token(${literal({ sub: television })}) }) })`,
        declares: tokenSource
      }
    case "service-token":
      return {
        option: `singleSignOn: singleSignOn({ serviceToken: () => token({ sub: "jane" }) })`,
        declares: tokenSource
      }
    case "apple":
      return { option: "partnerFramework: partnerFramework(apple(samlResponse, true))", declares: appleSource }
    case "apple-denied":
      return { option: "partnerFramework: partnerFramework(apple(samlResponse, false))", declares: appleSource }
  }
}

const tokenSource = [
  'const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll("=", "")',
  "",
  "/** A token as an identity service issues it. The signature is invented. */",
  "const token = (claims: object) =>",
  '  [encode({ alg: "RS256" }), encode({ ...claims, exp: Math.floor(Date.now() / 1_000) + 60 }), "c2lnbmF0dXJl"].join(".")'
]

const appleSource = [
  "/** Stands in for Apple's Video Subscriber Account, with a viewer who has signed in to Cablevision in the settings. */",
  "const apple = (samlResponse: (mvpd: string) => string, isAllowed: boolean): PartnerFrameworkPort => {",
  "  const expirationDate = Date.now() + 31_536_000_000",
  "  const status: PartnerFrameworkStatus = isAllowed",
  "    ? {",
  '        frameworkPermissionInfo: { accessStatus: "granted" },',
  '        frameworkProviderInfo: { id: "Cablevision", expirationDate }',
  "      }",
  '    : { frameworkPermissionInfo: { accessStatus: "denied" } }',
  "  return {",
  '    partner: "Apple",',
  "    status: async () => status,",
  '    authenticate: async () => ({ samlResponse: samlResponse("Cablevision"), status })',
  "  }",
  "}"
]

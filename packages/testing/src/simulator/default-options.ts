import type { ApplicationOptions } from "./applications/application.ts"
import type { MvpdOptions } from "./mvpds/mvpd.ts"

/**
 * The software statement of the default application: the sample of RFC 7591, of which the documentation prints an
 * abridged form. No secret.
 */
export const exampleSoftwareStatement = [
  "eyJhbGciOiJSUzI1NiJ9",
  "eyJzb2Z0d2FyZV9pZCI6IjROUkIxLTBYWkFCWkk5RTYtNVNNM1IiLCJjbGllbnRfbmFtZSI6IkV4YW1wbGUgU3RhdGVtZW50LWJhc2VkIENsaWVudCIsImNsaWVudF91cmkiOiJodHRwczovL2NsaWVudC5leGFtcGxlLm5ldC8ifQ",
  "GHfL4QNIrQwL18BSRdE595T9jbzqa06R9BT8w409x9oIcKaZo_mt15riEXHazdISUvDIZhtiyNrSHQ8K4TvqWxH6uJgcmoodZdPwmWRIEYbQDLqPNxREtYn05X3AR7ia4FRjQ2ojZjk5fJqJdQ-JcfxyhK-P8BAWBd6I2LLA77IG32xtbhxYfHX7VhuU5ProJO8uvu3Ayv4XRhLZJY4yKfmyjiiKiPNe-Ia4SMy_d_QSWxskU5XIQl5Sa2YRPMbDRXttm2TfnZM1xx70DoYi8g6czz-CPGRi4SW_S2RKHIJfIjoI3zTJ0Y2oe0_EJAiXbL6OyF9S5tKxDXV8JIndSA"
].join(".")

export const defaultApplications: readonly ApplicationOptions[] = [
  { softwareStatement: exampleSoftwareStatement, name: "example" }
]

export const defaultServiceProviders = [{ id: "REF30", name: "Reference site only in 30" }]

/** The MVPDs that occur in the protocol pages. */
export const defaultMvpds: readonly MvpdOptions[] = [
  {
    id: "Cablevision",
    displayName: "Optimum",
    flags: {
      boardingStatus: "SUPPORTED",
      platformMappingId: "Cablevision",
      enablePlatformServices: true,
      displayInPlatformPicker: true,
      enforcePlatformPermissions: true
    }
  },
  {
    id: "Spectrum",
    flags: { boardingStatus: "PICKER", platformMappingId: "Spectrum", displayInPlatformPicker: true }
  },
  { id: "Dish", displayName: "DISH", logsOut: false },
  { id: "AdobeShibboleth", displayName: "Adobe Shibboleth" },
  { id: "AdobePass_SMI", displayName: "Adobe Pass SMI", flags: { isProxy: true } },
  { id: "ATTOTT", displayName: "DIRECTV STREAM", disabledFor: "all" },
  {
    id: "TempPass_TEST40",
    displayName: "Adobe Temp Pass Test 3 min",
    temporaryAccess: { type: "basic", duration: 180 }
  },
  {
    id: "flexibleTempPass",
    displayName: "Promotional Temp Pass",
    temporaryAccess: { type: "promotional", duration: 600, resources: 5 }
  }
]

import { partnerFrameworkStatusHeader } from "@tve-pass/client"

/** What the framework of an Apple device says about a viewer of Cablevision, far beyond the clock of any test. */
export const frameworkStatus = partnerFrameworkStatusHeader({
  frameworkPermissionInfo: { accessStatus: "granted" },
  frameworkProviderInfo: { id: "Cablevision", expirationDate: "4102444800000" }
})

const response =
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0">` +
  `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">` +
  `<saml:Subject><saml:NameID>viewer</saml:NameID></saml:Subject></saml:Assertion></samlp:Response>`

/** The response of the framework to a partner authentication request, cleaned and in Base64. */
export const samlResponse = btoa(response)

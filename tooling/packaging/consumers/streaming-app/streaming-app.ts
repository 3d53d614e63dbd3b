import { match, narrow } from "@tve-pass/client"
import { createRestV2Client, type components } from "@tve-pass/client/rest-v2"

// An application as users write them: it names an attribute, a status and the values of an open enum.

type Mvpd = components["schemas"]["Mvpd"]
type Decision = components["schemas"]["Decision"]

export const loginHint = ({ displayName, requiredMetadataFields = [] }: Mvpd): string =>
  `${displayName} asks for ${requiredMetadataFields.join(", ")}`

export const needsMetadata = (mvpd: Mvpd): boolean => mvpd.requiredMetadataFields !== undefined

export const decidedBy = ({ source }: Decision): string =>
  match(
    source,
    {
      mvpd: () => "the MVPD",
      degradation: () => "a degradation rule",
      temppass: () => "temporary access",
      dummy: () => "nobody"
    },
    (other) => other
  )

export const hasPartnerProfile = async (SAMLResponse: string): Promise<boolean> => {
  const restV2 = createRestV2Client({
    environment: "release-production",
    suppliedHeaders: ["AP-Device-Identifier", "X-Device-Info", "AP-Partner-Framework-Status"]
  })
  const result = narrow(
    await restV2.POST("/api/v2/{serviceProvider}/profiles/sso/{partner}", {
      params: { path: { serviceProvider: "REF30", partner: "Apple" } },
      body: { SAMLResponse }
    })
  )
  return result.kind === "success" && result.status === 201
}

import { readDecisions, type Schemas } from "@tve-pass/client/rest-v2"

export const ofSession = ({ actionName, reasonType }: Schemas["Session"]): string => `${actionName}/${reasonType}`

export const ofSessionDetails = ({ missingParameters = [] }: Schemas["SessionDetails"]): string =>
  missingParameters.length === 0 ? "complete" : `missing ${missingParameters.join(", ")}`

export const ofProfiles = ({ profiles }: Schemas["Profiles"]): string => {
  const found = Object.entries(profiles).map(([mvpd, { type }]) => `${mvpd} ${type}`)
  return found.length === 0 ? "no profile" : found.join(", ")
}

export const ofDecisions =
  (resources: ReadonlyArray<string>) =>
  (response: Schemas["AuthorizationDecisions"] | Schemas["PreauthorizationDecisions"]): string =>
    readDecisions(response, resources)
      .map((decision) => {
        switch (decision.kind) {
          case "permit":
            return `permit ${decision.source}`
          case "deny":
            return `deny ${decision.source} ${decision.failure?.code}`
          case "undecided":
            return "undecided"
        }
      })
      .join(", ")

export const ofLogouts = (response: Schemas["Logouts"]): string =>
  Object.entries(response.logouts)
    .map(([mvpd, { actionName }]) => `${mvpd} ${actionName}`)
    .join(", ")

/** The code of an error, flat or of DCR; the title of a page; or that there is nothing. */
export const ofFailure = (error: unknown): string => {
  if (typeof error === "object" && error !== null) {
    if ("code" in error) return String(error.code)
    if ("error" in error) return String(error.error)
  }
  if (error === undefined || error === "") return "no body"
  return /<title>\d+ ([^<]+)<\/title>/.exec(String(error))?.[1] ?? String(error)
}

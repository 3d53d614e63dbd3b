import type { Remembered } from "../scenarios/index.ts"

/** Describes a running simulator. */
export interface Announcement {
  readonly origin: string
  readonly version: string
  /** A statement to register with. It belongs to the simulator and is no secret. */
  readonly softwareStatement: string
  readonly serviceProvider: string
  readonly mvpd: string
  readonly scenario?: ScenarioAnnouncement
}

export interface ScenarioAnnouncement {
  readonly name: string
  readonly description: string
  /** The state that the application should have in its store. */
  readonly remembered?: Remembered
}

const registerCommand = ({ origin, softwareStatement }: Announcement): string => {
  const body = JSON.stringify({ software_statement: softwareStatement })
  return `curl ${origin}/o/client/register --header 'Content-Type: application/json' --data '${body}'`
}

const tokenCommand = ({ origin }: Announcement, { clientId, clientSecret }: Remembered): string => {
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: "client_credentials"
  })
  return `curl ${origin}/o/client/token --data '${body}'`
}

const scenarioLines = ({ name, description, remembered }: ScenarioAnnouncement): ReadonlyArray<string> => [
  "",
  `Scenario ${name}: ${description}`,
  ...(remembered === undefined ? [] : [`The application remembers ${JSON.stringify(remembered)}.`])
]

/** Returns the announcement for people: the address, a call to try, and how to stop the server. */
export const announcementText = (announcement: Announcement): string => {
  const { origin, version, scenario, serviceProvider, mvpd } = announcement
  const { remembered } = scenario ?? {}
  return [
    `Adobe Pass simulator ${version} at ${origin}`,
    ...(scenario === undefined ? [] : scenarioLines(scenario)),
    "",
    `Service provider ${serviceProvider}, MVPD ${mvpd}. To begin with:`,
    "",
    `  ${remembered === undefined ? registerCommand(announcement) : tokenCommand(announcement, remembered)}`,
    "",
    "Press Ctrl+C to stop.",
    ""
  ].join("\n")
}

/** Returns the announcement for programs, as one line of JSON. */
export const announcementJson = (announcement: Announcement): string => `${JSON.stringify(announcement)}\n`

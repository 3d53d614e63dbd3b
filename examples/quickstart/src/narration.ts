import type { Demo } from "./demo.ts"
import type { Visit } from "./viewer.ts"
import type { FirstCalls } from "./first-calls.ts"

/** Returns the result of the demo as text for people. */
export function narrate({ server, origin, storeDirectory, serviceProvider, first, second, viewer }: Demo): string {
  return [
    `Adobe Pass at ${origin}${server === "simulator" ? " (simulator)" : ""}`,
    "",
    "First start",
    ...narrateWalk(first, serviceProvider, storeDirectory),
    "",
    "Second start, on the same store",
    ...narrateWalk(second, serviceProvider, storeDirectory),
    "",
    ...(viewer === undefined
      ? ["Viewer", "  run it with --interactive to sign in at this server"]
      : narrateVisit(viewer))
  ].join("\n")
}

function narrateWalk(
  { credentials, token, tokenExpiresAt, mvpds, calls }: FirstCalls,
  serviceProvider: string,
  store: string
) {
  const expiry = tokenExpiresAt === undefined ? "" : `, valid until ${tokenExpiresAt}`
  return [
    credentials === "registered"
      ? `  client credentials  registered and stored in ${store}`
      : "  client credentials  from the store, nothing registered",
    token === "requested"
      ? `  access token        requested and stored${expiry}`
      : "  access token        from the store, nothing requested",
    `  configuration       MVPDs of ${serviceProvider}: ${mvpds.map(({ displayName }) => displayName).join(", ")}`,
    `  requests sent       register ${calls.register}, token ${calls.token}, configuration ${calls.restV2}`
  ]
}

const narrateVisit = ({ first, second }: Visit): ReadonlyArray<string> => [
  "Viewer, first start",
  `  profile             ${first.started}`,
  `  sign-in with code   ${first.signIn} at ${first.mvpd}`,
  `  catalogue           ${first.catalogue.map(({ resource, decision }) => `${resource} ${decision}`).join(", ")}`,
  `  playback            ${first.playback}, the media token was redeemed once`,
  "",
  "Viewer, second start",
  `  profile             ${second.started}, nothing asked again`,
  `  playback            ${second.playback}`,
  `  sign-out            ${second.signOut.join(", ")}`
]

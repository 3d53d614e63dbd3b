import type { Demo } from "./demo.ts"
import type { Walk } from "./walk.ts"

/** The demo in a few lines for a person. */
export function narrate({ server, origin, storeDirectory, serviceProvider, first, second }: Demo): string {
  return [
    `Adobe Pass at ${origin}${server === "simulator" ? " (simulator)" : ""}`,
    "",
    "First start",
    ...narrateWalk(first, serviceProvider, storeDirectory),
    "",
    "Second start, on the same store",
    ...narrateWalk(second, serviceProvider, storeDirectory)
  ].join("\n")
}

function narrateWalk(
  { credentials, token, tokenExpiresAt, mvpds, calls }: Walk,
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

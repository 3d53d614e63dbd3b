import { readProfiles, type AuthenticatedProfile } from "@tve-pass/client/rest-v2"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { call, connect, withinTimeout, type Connection } from "../connection/connect.ts"
import { currentServiceProvider, readAllProfiles } from "../connection/viewer.ts"
import { usageFailure } from "../failure/command-failure.ts"
import { localMinute } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional, toggle } from "../root.ts"

export const profiles = Command.make(
  "profiles",
  {
    mvpd: optional("mvpd", "ID", "only the profile of this MVPD"),
    code: optional("code", "CODE", "the profile that a sign-in code led to"),
    showMetadata: toggle("show-metadata", "print the values of user metadata, which are personal data")
  },
  Effect.fnUntraced(function* ({ mvpd, code, showMetadata }) {
    const output = yield* Output
    if (mvpd !== undefined && code !== undefined) return yield* usageFailure("--mvpd and --code exclude each other.")
    const connection = yield* connect
    const found = yield* withinTimeout(connection, readSelected(connection, mvpd, code))
    output.result(
      found.map((profile) => ({ ...profile, attributes: attributesOf(profile, showMetadata) })),
      () =>
        found.length === 0
          ? ""
          : table(
              found.map((profile) => [
                profile.mvpd,
                profile.type,
                profile.issuer ?? "",
                profile.notAfter === undefined ? "no end" : localMinute(profile.notAfter),
                metadataText(profile, showMetadata)
              ]),
              output.columns,
              ["MVPD", "TYPE", "ISSUER", "UNTIL", "METADATA"]
            )
    )
    if (found.length === 0) output.say("No viewer is signed in on this device. `tve-pass sign-in` signs a viewer in.")
  })
).pipe(
  Command.withDescription("Shows who is signed in on this device: the MVPD, how, and until when."),
  Command.withShortDescription("show who is signed in")
)

const readSelected = Effect.fnUntraced(function* (
  connection: Connection,
  mvpd: string | undefined,
  code: string | undefined
) {
  const { restV2 } = connection
  const serviceProvider = yield* currentServiceProvider(connection)
  if (mvpd !== undefined) {
    return readProfiles(
      yield* call((signal) =>
        restV2.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", { params: { path: { serviceProvider, mvpd } }, signal })
      )
    )
  }
  if (code !== undefined) {
    return readProfiles(
      yield* call((signal) =>
        restV2.GET("/api/v2/{serviceProvider}/profiles/code/{code}", {
          params: { path: { serviceProvider, code } },
          signal
        })
      )
    )
  }
  return yield* readAllProfiles(connection)
})

type Attribute = { readonly encrypted: boolean; readonly value: unknown }

const entriesOf = ({ attributes }: AuthenticatedProfile): ReadonlyArray<readonly [string, Attribute]> =>
  Object.entries(attributes).flatMap(([key, attribute]) => (attribute === undefined ? [] : [[key, attribute] as const]))

/** Returns the names of the user metadata. Its values are personal data, and are included only on request. */
const attributesOf = (profile: AuthenticatedProfile, withValues: boolean) =>
  Object.fromEntries(
    entriesOf(profile).map(([key, { encrypted, value }]) => [key, withValues ? { encrypted, value } : { encrypted }])
  )

const metadataText = (profile: AuthenticatedProfile, withValues: boolean): string =>
  entriesOf(profile)
    .map(([key, { encrypted, value }]) => {
      if (encrypted) return `${key} (encrypted)`
      return withValues ? `${key}=${typeof value === "string" ? value : JSON.stringify(value)}` : key
    })
    .join(", ")

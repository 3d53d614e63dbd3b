import { temporaryAccessIdentityHeader } from "@tve-pass/client"
import { planTempPassReset, resetTempPass, type ResetTempPassOptions } from "@tve-pass/management/reset-temp-pass"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { usageFailure } from "../failure/command-failure.ts"
import { failureOfThrown } from "../failure/failure-of.ts"
import { audited, confirmed, manage, managed } from "../management/manage.ts"
import { Output } from "../output/output.ts"
import { optional, root, toggle } from "../root.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { serviceProviderOf } from "../settings/required-settings.ts"

const reset = Command.make(
  "reset",
  {
    mvpd: optional("mvpd", "ID", "id of the TempPass MVPD, as the configuration spells it"),
    email: optional("email", "ADDRESS", "the viewer of a promotional TempPass; hashed here and never sent"),
    userHash: optional("user-hash", "HASH", "the hash that AP-TempPass-Identity carried"),
    everyDevice: toggle("every-device", "the trials of all devices"),
    everyUser: toggle("every-user", "the trials of all users of a promotional TempPass"),
    dryRun: toggle("dry-run", "show the requests and send nothing"),
    yes: toggle("yes", "confirm the reset of one trial without being asked"),
    confirm: optional("confirm", "PHRASE", 'confirm the reset of all trials: "MVPD of SERVICE-PROVIDER"')
  },
  Effect.fnUntraced(function* ({ mvpd, email, userHash, everyDevice, everyUser, dryRun, yes, confirm }) {
    const output = yield* Output
    // Only the flag counts, so that a device from a variable for other commands never selects whose trial is reset.
    const { device, environment: environmentFlag } = yield* root
    if (mvpd === undefined) return yield* usageFailure("--mvpd is missing.", "Pass the id of the TempPass MVPD.")
    if (email !== undefined && userHash !== undefined)
      return yield* usageFailure("Pass --email or --user-hash, not both.")
    const hash = email === undefined ? userHash : hashOf(email)
    const settings = yield* currentSettings
    const serviceProvider = yield* Effect.try({ try: () => serviceProviderOf(settings), catch: failureOfThrown })
    const options = selectionOf({ serviceProvider, mvpd, device, hash, everyDevice, everyUser })
    const calls = yield* managed(planTempPassReset(options))
    if (email !== undefined) output.say(`The hash of the address: ${hash}`)
    const requests = calls.map(({ method, path }) => ({ method, path }))
    const text = () => requests.map(({ method, path }) => `${method} ${path}`).join("\n")
    if (dryRun) {
      output.result({ dryRun: true, calls: requests }, text)
      return output.say("Nothing was sent.")
    }
    const all = everyDevice || everyUser
    if (all && settings.environment?.value === "release-production" && environmentFlag === undefined) {
      return yield* usageFailure(
        "Resetting all trials of release-production needs --environment on the command line.",
        "Pass --environment release-production."
      )
    }
    yield* confirmed({
      what: all
        ? `This resets the trials of every ${everyDevice ? "device" : "user"} of ${mvpd}, for ${serviceProvider}.`
        : `This resets one trial of ${mvpd}, for ${serviceProvider}.`,
      ...(all ? { phrase: `${mvpd} of ${serviceProvider}` } : {}),
      yes,
      confirm
    })
    const access = yield* manage
    yield* audited(
      {
        action: "temp-pass reset",
        target: { serviceProvider, mvpd, everyDevice, everyUser, requests: requests.length }
      },
      managed(resetTempPass(access, options))
    )
    output.result({ dryRun: false, calls: requests }, text)
    output.say("Reset. The next authorization starts a new trial.")
  })
).pipe(
  Command.withDescription(
    "Resets trials of a TempPass: of one device, of one user, of both, or of all. The next authorization starts a new trial."
  ),
  Command.withShortDescription("let a trial start again"),
  Command.withExamples([
    { command: "tve-pass temp-pass reset --mvpd TempPass --device ba23d141-d715-561c-94f4-e9e4c966b1eb" },
    { command: "tve-pass temp-pass reset --mvpd TempPass --email user@example.com --dry-run" },
    { command: 'tve-pass temp-pass reset --mvpd TempPass --every-device --confirm "TempPass of REF30"' }
  ])
)

export const tempPass = Command.make("temp-pass").pipe(
  Command.withDescription("Manages the trials of a TempPass. Needs a software statement for the Reset TempPass API."),
  Command.withShortDescription("reset trials of a TempPass"),
  Command.withSubcommands([reset])
)

/**
 * Returns the hash that AP-TempPass-Identity has for an e-mail address. Source:
 * docs/protocol/management/reset-temp-pass.md, C-RTP-3.
 */
const hashOf = (email: string): string => {
  const [header = ""] = Object.values(temporaryAccessIdentityHeader({ key: "email", identifier: email }))
  // Boundary: the builder encoded this object.
  const { email: hash } = JSON.parse(Buffer.from(header, "base64").toString("utf8")) as { readonly email: string }
  return hash
}

interface Selection {
  readonly serviceProvider: string
  readonly mvpd: string
  readonly device: string | undefined
  readonly hash: string | undefined
  readonly everyDevice: boolean
  readonly everyUser: boolean
}

/** Returns the options of a reset. `planTempPassReset` refuses wrong combinations of flags. */
const selectionOf = ({ serviceProvider, mvpd, device, hash, everyDevice, everyUser }: Selection) =>
  // Boundary: flags can be combined in ways that the type excludes; `planTempPassReset` names them.
  ({
    serviceProvider,
    mvpd,
    ...(device !== undefined && { device }),
    ...(hash !== undefined && { userHash: hash }),
    ...(everyDevice && { everyDevice, confirm: `reset every device of ${mvpd}` }),
    ...(everyUser && { everyUser, confirm: `reset every user of ${mvpd}` })
  }) as ResetTempPassOptions

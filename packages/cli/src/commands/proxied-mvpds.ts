import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import {
  checkProxiedMvpds,
  compareProxiedMvpds,
  fingerprintOf,
  planProxiedMvpdsReplacement,
  readProxiedMvpds,
  removeAllProxiedMvpds,
  replaceProxiedMvpds,
  retrieveProxiedMvpds,
  writeProxiedMvpds,
  type ProxiedMvpd,
  type ProxiedMvpdChanges
} from "@tve-pass/management/proxy-mvpd"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { attempt } from "../connection/connect.ts"
import { CommandEnded, CommandFailure, usageFailure } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { audited, confirmed, manage, managed } from "../management/manage.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional, toggle } from "../root.ts"

const proxy = Argument.String("proxy").pipe(
  Argument.withDescription("identifier of the proxy MVPD, for example ProxyMVPD_Adobe")
)
const file = Argument.String("file").pipe(Argument.withDescription("the list, in JSON or XML"))
const confirmFlag = optional("confirm", "PROXY", "confirm with the identifier of the proxy MVPD, without being asked")
const dryRunFlag = toggle("dry-run", "show the request and send nothing")

const list = Command.make(
  "list",
  { proxy, xml: toggle("xml", "the XML document instead of a table") },
  Effect.fnUntraced(function* ({ proxy: proxyMvpd, xml }) {
    const output = yield* Output
    const mvpds = yield* managed(retrieveProxiedMvpds(yield* manage, proxyMvpd))
    output.result(mvpds, () => (xml ? writeProxiedMvpds(mvpds) : mvpdTable(mvpds, output.columns)))
    output.say(`${mvpds.length} proxied MVPDs.`)
  })
).pipe(Command.withDescription("Lists the MVPDs behind a proxy MVPD."), Command.withShortDescription("list them"))

const diff = Command.make(
  "diff",
  { proxy, file },
  Effect.fnUntraced(function* ({ proxy: proxyMvpd, file: path }) {
    const output = yield* Output
    const after = yield* readList(path)
    const changes = compareProxiedMvpds(yield* managed(retrieveProxiedMvpds(yield* manage, proxyMvpd)), after)
    output.result(changes, () => changeLines(changes))
    if (isEmpty(changes)) return output.say("Nothing differs.")
    return yield* new CommandEnded({ ending: "differs" })
  })
).pipe(
  Command.withDescription("Shows how a file differs from the list of a proxy MVPD. Ends with 9 if it differs."),
  Command.withShortDescription("compare a file with the list")
)

const replace = Command.make(
  "replace",
  {
    proxy,
    file,
    dryRun: dryRunFlag,
    confirm: confirmFlag,
    allowRemovals: Flag.Int("allow-removals").pipe(
      Flag.withMetavar("COUNT"),
      Flag.withDescription("allow the removal of this many MVPDs if they are more than 20 % of the list"),
      Flag.optional,
      Flag.map(Option.getOrUndefined)
    )
  },
  Effect.fnUntraced(function* ({ proxy: proxyMvpd, file: path, dryRun, confirm, allowRemovals }) {
    const output = yield* Output
    const [first, ...others] = yield* readList(path)
    if (first === undefined) {
      return yield* usageFailure("The list is empty.", "`proxied-mvpds remove-all` removes every proxied MVPD.")
    }
    const after = [first, ...others] as const
    const access = yield* manage
    const before = yield* managed(retrieveProxiedMvpds(access, proxyMvpd))
    const changes = compareProxiedMvpds(before, after)
    const request = yield* managed(planProxiedMvpdsReplacement(proxyMvpd, after))
    if (dryRun) {
      const { method, path: address, body } = request
      output.result({ dryRun: true, changes, request: { method, path: address, body } }, () =>
        [changeLines(changes), `${method} ${address}`, body].join("\n")
      )
      return output.say("Nothing was sent.")
    }
    if (isEmpty(changes)) {
      output.result({ dryRun: false, changes }, () => "")
      return output.say("Nothing differs; nothing was sent.")
    }
    const removals = changes.removed.length
    if (removals > before.length / 5 && allowRemovals !== removals) {
      return yield* new CommandFailure({
        ending: "notConfirmed",
        code: "too-many-removals",
        message: `This would remove ${removals} of ${before.length} proxied MVPDs.`,
        hint: `Pass --allow-removals ${removals} if that is right.`
      })
    }
    output.say(changeLines(changes))
    yield* confirmed({ what: `This replaces the list of ${proxyMvpd}.`, phrase: proxyMvpd, yes: false, confirm })
    yield* audited(
      {
        action: "proxied-mvpds replace",
        target: { proxyMvpd, added: changes.added.length, removed: removals, changed: changes.changed.length }
      },
      managed(replaceProxiedMvpds(access, { proxyMvpd, list: after, expected: fingerprintOf(before) }))
    )
    output.result({ dryRun: false, changes }, () => "")
    output.say("Replaced.")
  })
).pipe(
  Command.withDescription(
    "Replaces the list of a proxy MVPD by a file, after showing what changes. Refuses to remove more than a fifth without --allow-removals."
  ),
  Command.withShortDescription("replace the list by a file")
)

const removeAll = Command.make(
  "remove-all",
  { proxy, dryRun: dryRunFlag, confirm: confirmFlag },
  Effect.fnUntraced(function* ({ proxy: proxyMvpd, dryRun, confirm }) {
    const output = yield* Output
    const access = yield* manage
    const before = yield* managed(retrieveProxiedMvpds(access, proxyMvpd))
    if (dryRun) {
      output.result({ dryRun: true, removed: before }, () => mvpdTable(before, output.columns))
      return output.say(`This would remove ${before.length} proxied MVPDs. Nothing was sent.`)
    }
    yield* confirmed({
      what: `This removes all ${before.length} proxied MVPDs of ${proxyMvpd}.`,
      phrase: proxyMvpd,
      yes: false,
      confirm
    })
    yield* audited(
      { action: "proxied-mvpds remove-all", target: { proxyMvpd, removed: before.length } },
      managed(removeAllProxiedMvpds(access, { proxyMvpd, confirm: `remove all of ${proxyMvpd}` }))
    )
    output.result({ dryRun: false, removed: before }, () => "")
    output.say("Removed.")
  })
).pipe(
  Command.withDescription("Removes every MVPD behind a proxy MVPD."),
  Command.withShortDescription("remove them all")
)

export const proxiedMvpds = Command.make("proxied-mvpds").pipe(
  Command.withDescription(
    "Manages the MVPDs behind a proxy MVPD. Needs a software statement for the Proxy MVPD API, and an address on Adobe's allow list."
  ),
  Command.withShortDescription("the MVPDs behind a proxy MVPD"),
  Command.withSubcommands([list, diff, replace, removeAll])
)

/** Reads a list from a file in JSON or XML and checks it. */
const readList = Effect.fnUntraced(function* (path: string) {
  const { directory } = yield* Host
  const text = yield* attempt(async () => {
    try {
      return await readFile(resolve(directory, path), "utf8")
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable"
      throw usageFailure(`${path} cannot be read (${code}).`)
    }
  })
  const mvpds = /^\s*</.test(text) ? yield* managed(readProxiedMvpds(text)) : yield* parseJson(text, path)
  yield* managed(checkProxiedMvpds(mvpds))
  return mvpds
})

const parseJson = (text: string, path: string) =>
  Effect.try({
    // Boundary: `checkProxiedMvpds` checks each member.
    try: () => JSON.parse(text) as ReadonlyArray<ProxiedMvpd>,
    catch: () => usageFailure(`${path} is neither JSON nor XML.`)
  })

const mvpdTable = (mvpds: ReadonlyArray<ProxiedMvpd>, columns: number | undefined): string =>
  mvpds.length === 0
    ? ""
    : table(
        mvpds.map(({ id, displayName, serviceProviders }) => [id, displayName, serviceProviders?.join(" ") ?? "all"]),
        columns,
        ["ID", "NAME", "SERVICE PROVIDERS"]
      )

const changeLines = ({ added, removed, changed }: ProxiedMvpdChanges): string =>
  [
    ...added.map(({ id, displayName }) => `+ ${id}  ${displayName}`),
    ...removed.map(({ id, displayName }) => `- ${id}  ${displayName}`),
    ...changed.map(({ before, after }) => `~ ${before.id}  ${membersThatDiffer(before, after).join(", ")}`)
  ].join("\n")

const membersThatDiffer = (before: ProxiedMvpd, after: ProxiedMvpd): ReadonlyArray<string> =>
  (["providerId", "displayName", "logoUrl", "iframeSize", "serviceProviders"] as const).filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member])
  )

const isEmpty = ({ added, removed, changed }: ProxiedMvpdChanges): boolean =>
  added.length + removed.length + changed.length === 0

import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { call, connect, withinTimeout } from "../connection/connect.ts"
import { currentServiceProvider } from "../connection/viewer.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional, toggle } from "../root.ts"

export const mvpds = Command.make(
  "mvpds",
  {
    all: toggle("all", "TempPass too, which a picker hides"),
    search: optional("search", "TEXT", "only those whose id or name contains this")
  },
  Effect.fnUntraced(function* ({ all, search }) {
    const output = yield* Output
    const connection = yield* connect
    const path = { serviceProvider: yield* currentServiceProvider(connection) }
    const { requestor } = yield* withinTimeout(
      connection,
      call((signal) => connection.restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path }, signal }))
    )
    const every = requestor.mvpds ?? []
    const wanted = search?.toLowerCase()
    const found = every.filter(
      ({ id, displayName, isTempPass }) =>
        (all || isTempPass !== true) &&
        (wanted === undefined || [id, displayName].some((text) => String(text).toLowerCase().includes(wanted)))
    )
    output.result(
      found.map(({ id, displayName, logoUrl, ...others }) => ({ id, displayName, logoUrl: logoUrl ?? "", ...others })),
      () =>
        found.length === 0
          ? ""
          : table(
              found.map(({ id, displayName, logoUrl }) => [id, displayName, logoUrl ?? ""]),
              output.columns,
              ["ID", "NAME", "LOGO"]
            )
    )
    const hidden = all ? 0 : every.filter(({ isTempPass }) => isTempPass === true).length
    output.say(`${found.length} of ${every.length}${hidden > 0 ? `; ${hidden} TempPass hidden (--all)` : ""}.`)
  })
).pipe(
  Command.withDescription("Lists the MVPDs that viewers of the channel can choose from."),
  Command.withShortDescription("list the MVPDs of the channel"),
  Command.withExamples([{ command: "tve-pass mvpds --search opti" }])
)

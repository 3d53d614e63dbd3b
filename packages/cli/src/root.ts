import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Option from "effect/Option"

const optional = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(
    Flag.withMetavar(metavar),
    Flag.withDescription(description),
    Flag.optional,
    Flag.map(Option.getOrUndefined)
  )

const toggle = (name: string, description: string) =>
  Flag.Boolean(name).pipe(Flag.withoutNegation, Flag.withDescription(description), Flag.withDefault(false))

/** The command without its subcommands, with the flags that all subcommands share. */
export const root = Command.make("tve-pass").pipe(
  Command.withDescription("Adobe Pass Authentication at the command line"),
  Command.withSharedFlags({
    environment: optional(
      "environment",
      "NAME",
      "release-production, release-staging, prequal-production or prequal-staging"
    ),
    origin: optional("origin", "URL", "another server, such as http://127.0.0.1:4010"),
    serviceProvider: optional("service-provider", "ID", "your channel, for example REF30"),
    statement: optional("statement", "FILE", "file of the software statement; - reads standard input"),
    as: optional("as", "NAME", "act as another device, with its own identifier and store"),
    device: optional("device", "ID", "identifier of the streaming device"),
    store: optional("store", "DIR", "folder for credentials, token and device identifier"),
    domainName: optional("domain-name", "DOMAIN", "domain of your website, for sign-ins"),
    redirectUrl: optional("redirect-url", "URL", "where the login ends"),
    timeout: Flag.Int("timeout").pipe(
      Flag.withMetavar("SECONDS"),
      Flag.withDescription("give up after this many seconds (default 60)"),
      Flag.withDefault(60),
      Flag.filter(
        (seconds) => seconds > 0,
        (seconds) => `Expected a number above 0, not ${seconds}`
      )
    ),
    json: toggle("json", "JSON on stdout, and errors as JSON on stderr"),
    quiet: toggle("quiet", "nothing on stderr but errors").pipe(Flag.withAlias("q")),
    verbose: toggle("verbose", "a line on stderr for each request"),
    noInput: toggle("no-input", "never ask; fail where a question would be needed")
  })
)

export { optional, toggle }

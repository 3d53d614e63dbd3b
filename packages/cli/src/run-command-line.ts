import * as Cause from "effect/Cause"
import * as CliConfig from "effect/cli/CliConfig"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as GlobalFlag from "effect/cli/GlobalFlag"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import { commandTree } from "./command-tree.ts"
import { CommandTree } from "./commands/completions.ts"
import { CommandEnded, exitCodes, type FailureDetails, usageFailure } from "./failure/command-failure.ts"
import { failureOfThrown } from "./failure/failure-of.ts"
import { helpText } from "./help/help-text.ts"
import { Host } from "./host/host.ts"
import { fitted, makeOutput, Output } from "./output/output.ts"
import { makeStyler } from "./output/style.ts"
import { noPlatform } from "./no-platform.ts"
import { packageVersion } from "./package-version.ts"

/**
 * Runs `tve-pass` with the arguments after its name and resolves to its exit code. Aborting the signal interrupts the
 * command: the exit code is 130.
 */
export const runCommandLine = async (args: ReadonlyArray<string>, host: Host, signal: AbortSignal): Promise<number> => {
  const json = args.includes("--json")
  const program = commandTree.pipe(
    Command.provideSync(Output, (flags) => makeOutput(host, flags)),
    Command.provideSync(Host, host),
    Command.provideSync(CommandTree, commandTree),
    (tree) => Command.runWith(tree, { version: packageVersion() })(args),
    Effect.scoped,
    Effect.provideService(CliConfig.CliConfig, CliConfig.make({ builtIns: [GlobalFlag.Help, GlobalFlag.Version] })),
    Effect.provideService(CliOutput.Presenter, presenter(host, json)),
    Effect.provideContext(noPlatform)
  )
  const exit = await Effect.runPromiseExit(program, { signal })
  if (Exit.isSuccess(exit)) return exitCodes.done
  if (Cause.hasInterruptsOnly(exit.cause)) return exitCodes.interrupted
  const error: unknown = Option.getOrUndefined(Cause.findErrorOption(exit.cause))
  if (error instanceof CommandEnded) return exitCodes[error.ending]
  if (isHelp(error)) return error.errors.length > 0 ? exitCodes.usage : exitCodes.done
  const failure = failureOfThrown(error ?? Cause.squash(exit.cause))
  report(failure, host, json)
  return exitCodes[failure.ending]
}

const isHelp = (error: unknown): error is { readonly errors: ReadonlyArray<unknown> } =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "ShowHelp"

/** Creates the presenter of help and usage errors. Requested help goes to stdout, errors go to stderr. */
const presenter = (host: Host, json: boolean): CliOutput.Presenter => ({
  present: (event) =>
    Effect.sync(() => {
      const { stdout, variables } = host
      switch (event._tag) {
        case "Help":
          return stdout.write(`${helpText(event.helpDoc, stdout.columns ?? 80, makeStyler(stdout, variables))}\n`)
        case "Version":
          return stdout.write(`${event.name} ${event.version}\n`)
        case "InvalidInvocation": {
          const message = event.errors.map((error) => withoutTokens(sentence(error.message))).join(" ")
          return report(usageFailure(message, `See \`${event.commandPath.join(" ")} --help\`.`), host, json)
        }
      }
    })
})

/** Hides statements and tokens on the command line, because usage errors quote arguments. */
const withoutTokens = (message: string): string => message.replace(/[\w-]{4,}\.[\w-]{8,}\.[\w-]{8,}/g, "(a token)")

/** Returns a message of several lines as one line with a full stop. */
const sentence = (message: string): string => {
  const line = message.trim().replace(/\s*\n\s*/g, " ")
  return /[.?!]$/.test(line) ? line : `${line}.`
}

/** Writes the failure of the command to stderr: for people, or with `--json` as one line of JSON. */
const report = (failure: FailureDetails, { stderr, variables }: Host, json: boolean): void => {
  const { code, message, action, httpStatus, trace, retryAfter, hint } = failure
  if (json) {
    const error = { code, message, action, httpStatus, trace, retryAfter, hint }
    return stderr.write(`${JSON.stringify({ error })}\n`)
  }
  const facts = [code === "usage" ? undefined : code, trace === undefined ? undefined : `trace ${trace}`]
  const known = facts.filter((fact) => fact !== undefined).join(", ")
  const style = makeStyler(stderr, variables)
  const text = `${style("red", "✗")} ${sentence(message)}${known === "" ? "" : ` (${known})`}`
  stderr.write(`${fitted(text, stderr)}\n`)
  if (hint !== undefined) stderr.write(`${fitted(`  ${hint}`, stderr)}\n`)
}

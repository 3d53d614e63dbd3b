import * as CliConfig from "effect/cli/CliConfig"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as GlobalFlag from "effect/cli/GlobalFlag"
import type { HelpDoc } from "effect/cli/HelpDoc"
import * as Effect from "effect/Effect"
import { noPlatform } from "../no-platform.ts"

/** The help of one command: its name with its parents' names, and its description. */
export interface CommandHelp {
  readonly path: ReadonlyArray<string>
  readonly doc: HelpDoc
}

/**
 * Returns the help of a command and of all its subcommands, in order. The man page and the documentation are generated
 * from it.
 */
export const helpDocs = async (tree: Command.Command.Any): Promise<ReadonlyArray<CommandHelp>> => {
  const docs: Array<CommandHelp> = []
  for (const path of pathsOf(tree)) docs.push({ path, doc: await helpDoc(tree, path) })
  return docs
}

const pathsOf = (
  command: Command.Command.Any,
  parents: ReadonlyArray<string> = []
): ReadonlyArray<ReadonlyArray<string>> => {
  const path = [...parents, command.name]
  return [
    path,
    ...command.subcommands.flatMap(({ commands }) =>
      commands.filter(({ unlisted }) => !unlisted).flatMap((child) => pathsOf(child, path))
    )
  ]
}

/** Runs `--help` of one command in the framework, and returns the help that its presenter receives. */
const helpDoc = async (tree: Command.Command.Any, path: ReadonlyArray<string>): Promise<HelpDoc> => {
  let found: HelpDoc | undefined
  const presenter: CliOutput.Presenter = {
    present: (event) =>
      Effect.sync(() => {
        if (event._tag === "Help") found = event.helpDoc
      })
  }
  await Effect.runPromise(
    // Boundary: `--help` runs no handler, so no service of a handler is needed.
    Command.runWith(tree as Command.Command<string, unknown>, { version: "" })([...path.slice(1), "--help"]).pipe(
      Effect.provideService(CliConfig.CliConfig, CliConfig.make({ builtIns: [GlobalFlag.Help, GlobalFlag.Version] })),
      Effect.provideService(CliOutput.Presenter, presenter),
      Effect.provideContext(noPlatform)
    )
  )
  if (found === undefined) throw new Error(`Failed to get the help of ${path.join(" ")}`)
  return found
}

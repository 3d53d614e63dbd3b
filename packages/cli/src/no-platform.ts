import type * as Command from "effect/cli/Command"
import * as Context from "effect/Context"
import * as FileSystem from "effect/FileSystem"
import * as Path from "effect/Path"
import { ChildProcessSpawner } from "effect/process/ChildProcessSpawner"
import * as Stdio from "effect/Stdio"
import * as Terminal from "effect/Terminal"

/**
 * The platform that effect/cli requires. These commands do not use it: they read files and ask questions through the
 * `Host`. `@effect/platform-node` would add Redis and undici to the bundle.
 *
 * Boundary: empty services. effect/cli uses them for flags and arguments that are files or prompts, which no command
 * has. The test of the bundle runs every kind of flag and argument that the commands have.
 */
const unused = {}

export const noPlatform: Context.Context<Command.Environment> = Context.empty().pipe(
  Context.add(FileSystem.FileSystem, unused as FileSystem.FileSystem),
  Context.add(Path.Path, unused as Path.Path),
  Context.add(Stdio.Stdio, unused as Stdio.Stdio),
  Context.add(Terminal.Terminal, unused as Terminal.Terminal),
  Context.add(ChildProcessSpawner, unused as ChildProcessSpawner["Service"])
)

import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Layer from "effect/Layer"
import * as Path from "effect/Path"
import { ChildProcessSpawner, make as makeSpawner } from "effect/process/ChildProcessSpawner"
import * as Stdio from "effect/Stdio"
import * as Terminal from "effect/Terminal"

/**
 * The platform that effect/cli asks for and these commands do not use: they read files and ask questions through the
 * `Host`. `@effect/platform-node` would bring Redis and undici along.
 */
export const noPlatform = Layer.mergeAll(
  FileSystem.layerNoop({}),
  // Boundary: no flag or argument of these commands is a path of effect/cli, so that none of its functions is called.
  Layer.succeed(Path.Path, {} as Path.Path),
  Stdio.layerTest({}),
  Layer.succeed(
    Terminal.Terminal,
    Terminal.make({
      columns: Effect.succeed(80),
      rows: Effect.succeed(24),
      size: Effect.die("unused"),
      readInput: Effect.die("unused"),
      readLine: Effect.die("unused"),
      display: () => Effect.void
    })
  ),
  Layer.succeed(
    ChildProcessSpawner,
    makeSpawner(() => Effect.die("unused"))
  )
)

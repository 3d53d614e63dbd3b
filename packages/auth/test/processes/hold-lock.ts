/**
 * A process that takes the lock, prints `held`, waits for a line on its input, and writes a file if it is still the
 * owner: `node hold-lock.ts DIRECTORY LEASE`. Prints how it ended.
 */
import * as Effect from "effect/Effect"
import { once } from "node:events"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Lease } from "../../src/coordination/index.ts"
import { directoryLock } from "../../src/file/index.ts"

const [directory = "", lease = ""] = process.argv.slice(2)

const work = Effect.gen(function* () {
  process.stdout.write("held\n")
  yield* Effect.promise(() => once(process.stdin, "data"))
  yield* yield* Lease
  yield* Effect.promise(() => writeFile(join(directory, "written"), `${process.pid}`))
  return "written"
})

const { withLock } = directoryLock(join(directory, "locks"), { lease: Number(lease) })
const outcome = await withLock("key")(work).pipe(
  Effect.catchTag("AuthError", ({ reason }) => Effect.succeed(JSON.stringify(reason))),
  Effect.runPromise
)
process.stdout.write(`${outcome}\n`)
process.stdin.destroy()

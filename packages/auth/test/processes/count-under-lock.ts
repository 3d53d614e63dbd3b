/**
 * A process that adds to a number in a file under the lock, in two steps that only the lock makes one:
 * `node count-under-lock.ts DIRECTORY TIMES`
 */
import * as Effect from "effect/Effect"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { directoryLock } from "../../src/file/index.ts"

const [directory = "", times = "0"] = process.argv.slice(2)
const counter = join(directory, "counter")

const addOne = Effect.promise(async () => {
  const count = Number(await readFile(counter, "utf8"))
  await writeFile(counter, `${count + 1}`)
})

const { withLock } = directoryLock(join(directory, "locks"))
await Effect.runPromise(Effect.repeat(withLock("key")(addOne), { times: Number(times) - 1 }))

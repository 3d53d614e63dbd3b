/**
 * To be preloaded: kills the process, as kill -9 does, right before its Nth file operation. N is the environment
 * variable `KILL_AT`.
 */
import promises, { open } from "node:fs/promises"
import { syncBuiltinESMExports } from "node:module"

let remaining = Number(process.env["KILL_AT"])

/** Counts the calls of these methods. */
const count = (target: object, ...names: ReadonlyArray<string>): void => {
  for (const name of names) {
    const original: unknown = Reflect.get(target, name)
    if (typeof original !== "function") throw new Error(`There is no ${name}.`)
    Reflect.set(target, name, function (this: unknown, ...parameters: ReadonlyArray<unknown>) {
      if (--remaining === 0) process.kill(process.pid, "SIGKILL")
      return Reflect.apply(original, this, parameters)
    })
  }
}

const handle = await open(process.execPath)
await handle.close()
count(Object.getPrototypeOf(handle), "writeFile", "sync")
count(promises, "open", "rename", "link", "unlink", "utimes", "writeFile", "readFile", "readdir", "stat", "mkdir")
syncBuiltinESMExports()

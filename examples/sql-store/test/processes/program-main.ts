/** What {@link startProgram} runs: a server with a pool of devices on a database. */
import { flushCompileCache } from "node:module"
import { toRecordStore } from "@tve-pass/auth"
import { createDevicePool } from "@tve-pass/auth/promise"
import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import * as Effect from "effect/Effect"
import { sqlStore } from "../../src/sql-store.ts"
import { connect } from "../databases.ts"
import type { Command } from "./program.ts"

const perform = async ({ location, ...command }: Command): Promise<unknown> => {
  const { query, end } = connect(location)
  const storage = sqlStore(query, location.database)
  if (command.name === "lock") {
    const { lock } = toRecordStore(storage)
    const keep = Effect.andThen(
      Effect.sync(() => process.send?.("locked")),
      Effect.never
    )
    return Effect.runPromise(lock?.withLock(command.key)(keep) ?? Effect.die("it has no lock"))
  }
  const { origin, count } = command
  const pool = createDevicePool({ origin, softwareStatement: exampleSoftwareStatement, storage, throttle: false })
  const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
  const call = async (number: number) => {
    const device = pool.device({
      device: { identifier: `device ${number}`, info },
      forwardedFor: `203.45.101.${number + 1}`
    })
    const { status } = await device.fetch("/api/v2/REF30/configuration")
    return status
  }
  const statuses = await Promise.all(Array.from({ length: count }, (_, number) => call(number)))
  await pool.dispose()
  await end()
  return statuses
}

process.on("message", async (command: Command) => process.send?.(await perform(command).catch(String)))
// Its end is a SIGKILL, after which Node would not write what it has compiled.
flushCompileCache()
process.send?.("ready")

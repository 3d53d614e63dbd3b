// `pnpm server`: a backend for devices. The environment says against which server; see the README.
import { readSettings, SettingsError } from "./settings.ts"
import { startServer } from "./start-server.ts"

const log = (entry: object) => console.log(JSON.stringify({ time: new Date().toISOString(), ...entry }))

try {
  const server = await startServer(await readSettings(process.env), log)
  log({ level: "info", message: "listening", address: `http://127.0.0.1:${server.port}`, simulator: server.simulator })
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      log({ level: "info", message: "stopping" })
      void server.stop().then(() => log({ level: "info", message: "stopped" }))
    })
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { globSync } from "node:fs"
import { chown, mkdtemp, rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { Client } from "pg"

/** Where Debian and the installers of PostgreSQL put `initdb` and `postgres`. */
const folders = [
  process.env["POSTGRESQL_BIN"] ?? "",
  ...globSync("/usr/lib/postgresql/*/bin"),
  "/usr/local/pgsql/bin",
  "/usr/bin",
  "/usr/local/bin"
]
const installed = folders.find((folder) => folder !== "" && globSync(join(folder, "{initdb,postgres}")).length === 2)

/** Why tests with PostgreSQL are skipped, if they are. */
export const withoutPostgresql =
  installed === undefined
    ? "no PostgreSQL is installed. Set POSTGRESQL_BIN to the folder of initdb and postgres."
    : undefined

if (withoutPostgresql !== undefined) {
  console.warn(`NOTICE: the tests with PostgreSQL are skipped, because ${withoutPostgresql}`)
}

/** A PostgreSQL server of this machine, bound to loopback, in a temporary folder. */
export interface PostgresqlServer {
  /** Creates an empty database and resolves to its connection string. */
  readonly createDatabase: () => Promise<string>
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>
}

/** Starts a server. PostgreSQL refuses to run as root: started by root, it runs as another user. */
export const startPostgresql = async (): Promise<PostgresqlServer> => {
  const bin = installed ?? "/usr/bin"
  const folder = await mkdtemp(join(tmpdir(), "tve-pass-postgresql-"))
  const user = process.getuid?.() === 0 ? await giveToUnprivilegedUser(folder) : {}
  const data = join(folder, "data")
  // Without durability: the folder ends with the tests.
  const initialize = ["--pgdata", data, "--username", "test", "--auth", "trust", "--no-sync", "--encoding", "UTF8"]
  execFileSync(join(bin, "initdb"), initialize, { ...user, stdio: "pipe", cwd: folder })
  const port = await freePort()
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, `unix_socket_directories=${folder}`, "fsync=off"]
  const server = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
    ...user,
    cwd: folder,
    env: { ...process.env, LC_MESSAGES: "C" },
    stdio: ["ignore", "ignore", "pipe"]
  })
  const ended = once(server, "exit")
  await readsLine(server.stderr, "ready to accept connections")
  const address = (database: string) => `postgresql://test@127.0.0.1:${port}/${database}`
  let databases = 0
  return {
    createDatabase: async () => {
      const name = `test_${++databases}`
      const client = new Client({ connectionString: address("postgres") })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return address(name)
    },
    stop: async () => {
      server.kill("SIGQUIT")
      await ended
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const giveToUnprivilegedUser = async (folder: string): Promise<{ readonly uid: number; readonly gid: number }> => {
  const unprivileged = { uid: 65_534, gid: 65_534 }
  await chown(folder, unprivileged.uid, unprivileged.gid)
  return unprivileged
}

/** Resolves when a line contains this, and rejects with what there was if the stream ends before. */
const readsLine = async (stream: Readable, part: string): Promise<void> => {
  const lines: Array<string> = []
  const reader = createInterface({ input: stream })
  await new Promise<void>((resolve, reject) => {
    reader.on("line", (line) => {
      lines.push(line)
      if (line.includes(part)) resolve()
    })
    reader.once("close", () => reject(new Error(lines.join("\n"))))
  })
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}

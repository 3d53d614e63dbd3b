import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import { connectPostgresql } from "../src/postgresql.ts"
import { openSqlite } from "../src/sqlite.ts"
import { schema, type Query } from "../src/sql-store.ts"
import type { PostgresqlServer } from "./postgresql-server.ts"

/** A database with the schema: what a process needs to connect to it. */
export type Location =
  | { readonly database: "postgresql"; readonly connectionString: string }
  | { readonly database: "sqlite"; readonly file: string }

/** Connects to a database. */
export const connect = (location: Location): { readonly query: Query; readonly end: () => void } =>
  location.database === "sqlite" ? openSqlite(location.file) : connectPostgresql(location.connectionString)

/** Connects for the rest of the test. */
export const connectForTest = (location: Location): Query => {
  const { query, end } = connect(location)
  onTestFinished(async () => end())
  return query
}

/** Creates a SQLite file with the schema, which ends with the test. */
export const createSqlite = async (): Promise<Location> => {
  const folder = await mkdtemp(join(tmpdir(), "tve-pass-sqlite-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, "store.sqlite")
  return migrated({ database: "sqlite", file })
}

/** Creates a database of a server with the schema. */
export const createPostgresql = async (server: PostgresqlServer): Promise<Location> =>
  migrated({ database: "postgresql", connectionString: await server.createDatabase() })

const migrated = async (location: Location): Promise<Location> => {
  const { query, end } = connect(location)
  for (const statement of schema.split(";").filter((text) => text.trim() !== "")) await query(statement, [])
  end()
  return location
}

import { DatabaseSync } from "node:sqlite"
import type { Query } from "./sql-store.ts"

/** Opens a SQLite file that the processes of one machine share. Needs Node 22.16 or later. */
export const openSqlite = (file: string): { readonly query: Query; readonly end: () => void } => {
  // Milliseconds to wait while another process writes.
  const database = new DatabaseSync(file, { timeout: 5_000 })
  // Readers do not wait for writers, and a write is on the disk before the statement returns.
  database.exec("pragma journal_mode = wal; pragma synchronous = full")
  return {
    query: async (sql, values) => database.prepare(sql.replaceAll("$", "?")).all(...values),
    end: () => database.close()
  }
}

import { Pool } from "pg"
import type { Query } from "./sql-store.ts"

/** Connects to PostgreSQL. A statement takes at most five seconds: the library waits ten for its store. */
export const connectPostgresql = (
  connectionString: string
): { readonly query: Query; readonly end: () => Promise<void> } => {
  const pool = new Pool({ connectionString, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  // Without a listener, a connection that is lost while idle would end the process. The next query opens another one.
  pool.on("error", (error) => console.error(error.message))
  return { query: async (sql, values) => (await pool.query(sql, values)).rows, end: () => pool.end() }
}

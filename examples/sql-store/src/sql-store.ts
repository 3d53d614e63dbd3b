import { AuthError, leaseLock, type CustomStore } from "@tve-pass/auth/promise"

/** Runs one statement with `$1`, `$2`, … and resolves to its rows. */
export type Query = (sql: string, values: Array<string | number | null>) => Promise<ReadonlyArray<object>>

/** Run this once, with your migrations, before the servers start. */
export const schema = `
  create table if not exists adobe_pass_records (key text primary key, record text not null, expires bigint);
  create table if not exists adobe_pass_locks (key text primary key, owner text not null, expires bigint not null);`

/** Milliseconds by the clock of the database: the clocks of the servers may differ. */
const clocks = {
  postgresql: "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)",
  sqlite: "cast(unixepoch('subsec') * 1000 as integer)"
}

/** Keeps credentials, tokens and locks in PostgreSQL or SQLite. */
export const sqlStore = (query: Query, database: keyof typeof clocks): CustomStore => {
  const now = clocks[database]
  const upsert = `on conflict (key) do update set record = excluded.record, expires = excluded.expires returning key`
  const statements = {
    get: "select record from adobe_pass_records where key = $1",
    set: `insert into adobe_pass_records values ($1, $2, $3) ${upsert}`,
    // Writes only while the lock belongs to its owner: a server that was paused overwrites nothing.
    setLocked: `insert into adobe_pass_records select $1, $2, cast($3 as bigint) where exists
      (select 1 from adobe_pass_locks where key = $4 and owner = $5 and expires > ${now}) ${upsert}`,
    remove: "delete from adobe_pass_records where key = $1",
    acquire: `insert into adobe_pass_locks values ($1, $2, ${now} + $3) on conflict (key) do update
      set owner = excluded.owner, expires = excluded.expires where adobe_pass_locks.expires < ${now} returning key`,
    renew: `update adobe_pass_locks set expires = ${now} + $3 where key = $1 and owner = $2 returning key`,
    release: "delete from adobe_pass_locks where key = $1 and owner = $2"
  }
  const succeeds = async (sql: string, ...values: Array<string | number>) => (await query(sql, values)).length === 1

  return {
    get: async (key) => {
      const [row] = await query(statements.get, [key])
      return row !== undefined && "record" in row ? JSON.parse(String(row.record)) : undefined
    },
    // As JSON, because `text` of PostgreSQL cannot hold every character. `usefulUntil` is the expiry of a token.
    set: async (key, text, { usefulUntil = null, lockOwner } = {}) => {
      const row = [key, JSON.stringify(text), usefulUntil === null ? null : Math.ceil(usefulUntil)]
      if (lockOwner === undefined) {
        await query(statements.set, row)
        return
      }
      const lock = lockOf(key)
      const written = await query(statements.setLocked, [...row, lock, lockOwner])
      if (written.length === 0) throw new AuthError({ reason: { _tag: "LockTimeout", lock, state: "lost", waited: 0 } })
    },
    remove: async (key) => {
      await query(statements.remove, [key])
    },
    lock: leaseLock(
      {
        acquire: (key, owner, lease) => succeeds(statements.acquire, lockOf(key), owner, lease),
        renew: (key, owner, lease) => succeeds(statements.renew, lockOf(key), owner, lease),
        release: (key, owner) => query(statements.release, [lockOf(key), owner])
      },
      { isFenced: true }
    )
  }
}

/** All records of a device share one lock: their keys begin like it, up to a dot. */
const lockOf = (key: string): string => key.split(".", 1)[0] ?? key

/** Deletes the tokens that expired an hour ago. Run it every day. */
export const removeExpired = (query: Query, database: keyof typeof clocks) =>
  query(`delete from adobe_pass_records where expires < ${clocks[database]} - 3600000`, [])

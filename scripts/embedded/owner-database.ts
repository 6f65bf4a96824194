import pg from 'pg'

/** Role that owns the tables. Not a superuser: what works here works on a managed PostgreSQL too. */
export const OWNER_ROLE = 'repactua_owner'

/** Makes the owner's role and its database where they are missing; answers the owner's URL. */
export async function ensureOwnerDatabase(adminUrl: string, database: string, ownerPassword: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const password = client.escapeLiteral(ownerPassword)
    if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', OWNER_ROLE))) {
      await client.query(`create role ${OWNER_ROLE} login createrole password ${password}`)
    }
    if (!(await exists(client, 'select 1 from pg_database where datname = $1', database))) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER_ROLE}`)
    }
  } finally {
    await client.end()
  }
  return urlOf(adminUrl, { user: OWNER_ROLE, password: ownerPassword, database })
}

/** The same server under another account or database. */
export function urlOf(serverUrl: string, change: { user?: string; password?: string; database?: string }): string {
  const url = new URL(serverUrl)
  if (change.user !== undefined) url.username = change.user
  if (change.password !== undefined) url.password = encodeURIComponent(change.password)
  if (change.database !== undefined) url.pathname = `/${change.database}`
  return url.href
}

async function exists(client: pg.Client, sql: string, name: string): Promise<boolean> {
  return (await client.query(sql, [name])).rowCount === 1
}

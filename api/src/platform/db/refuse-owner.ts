import type pg from 'pg'

/** Ends the start where the database role could look past row-level security: an owner, a superuser, BYPASSRLS. */
export async function refuseOwner(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ strong: boolean }>(`
    select rolsuper or rolbypassrls or exists (
      select from pg_tables where tablename = 'debts' and tableowner = current_user
    ) as strong from pg_roles where rolname = current_user`)
  if (rows[0]?.strong) throw new Error('DATABASE_URL names a role that owns tables or is a superuser: use the role repactua_app')
}

import type pg from 'pg'
import { opens } from './opens.ts'

/** The account the application signs in with. Migrations grant to this name. */
export const APP_ROLE = 'repactua_app'
const PATIENCE_MS = 5_000

/** The owner's URL with the application's account in it. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl)
  url.username = APP_ROLE
  url.password = encodeURIComponent(appPassword)
  return url.href
}

/**
 * Makes the application's account, or renews its password where the given one does not open.
 * Refuses an account that row-level security would not bind.
 */
export async function ensureAppRole(owner: pg.Client, ownerUrl: string, appPassword: string): Promise<void> {
  const { rows } = await owner.query<{ unbound: boolean }>(
    'select rolsuper or rolbypassrls as unbound from pg_roles where rolname = $1',
    [APP_ROLE],
  )
  if (rows[0]?.unbound) {
    throw new Error(`${APP_ROLE} is a superuser or bypasses row-level security. Take that right from it first.`)
  }
  if (rows[0] && (await opens(appUrlOf(ownerUrl, appPassword), PATIENCE_MS))) return
  const verb = rows[0] ? 'alter' : 'create'
  await owner.query(`${verb} role ${APP_ROLE} login password ${owner.escapeLiteral(appPassword)}`)
}

import type { Platform } from '../../platform/platform.ts'
import { creditorOfHook } from '../pix-accounts/index.ts'

/** One job asks the bank so many times. */
const IDS_A_JOB = 20

/** Keeps what a bank hints at, for jobs that ask about it; false where the address is nobody's. */
export async function takeHints(platform: Platform, hook: string, endToEndIds: readonly string[]): Promise<boolean> {
  const creditorId = await creditorOfHook(platform, hook)
  if (creditorId === null) return false
  await platform.transact({ kind: 'system' }, { creditorId }, async ({ tx, jobs }) => {
    for (let at = 0; at < endToEndIds.length; at += IDS_A_JOB) await jobs.send(tx, 'confirm-pix', { creditorId, endToEndIds: endToEndIds.slice(at, at + IDS_A_JOB) })
  })
  return true
}

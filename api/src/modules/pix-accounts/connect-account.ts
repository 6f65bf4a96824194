import type { Platform } from '../../platform/platform.ts'
import { getPix } from './bank/arrivals.ts'
import { faultOf, openBank } from './bank/bank.ts'
import { putHook } from './bank/hook.ts'
import { lockPixAccount, setStanding } from './pix-accounts.repository.ts'

/** No Pix has it. */
const NO_PIX = 'E'.padEnd(32, '0')

/** The job `connect-pix-account`: gives the bank the address for its news, or, where none is open, only knocks; and writes down how it went. */
export async function connectAccount(platform: Platform, { creditorId }: { creditorId: string }): Promise<void> {
  const bank = await openBank(platform, creditorId, 'job')
  if (!bank) return
  const tellsPayments = platform.bankDoorUrl !== null
  const told = tellsPayments ? await putHook(bank, `${platform.bankDoorUrl!}/pix-webhooks/${bank.secrets.hook}`) : await getPix(bank, NO_PIX)
  const standing = told.ok ? { status: 'ready', problem: null, tellsPayments } as const : { status: told.error.kind === 'refused' ? 'refused' : 'waiting', problem: told.error.problem, tellsPayments: false } as const
  await platform.transact({ kind: 'system' }, { creditorId }, async ({ tx }) => {
    const account = await lockPixAccount(tx, creditorId)
    // Changed meanwhile, it has a job of its own.
    if (account?.changedAt.getTime() === bank.account.changedAt.getTime()) await setStanding(tx, creditorId, standing)
  })
  if (!told.ok && told.error.kind === 'silent') throw faultOf('to be reached', told.error)
}

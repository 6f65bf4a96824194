import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Platform } from '../../platform/platform.ts'
import { creditorsWithPix, faultOf, listPix, openBank, setSweptUntil, type Bank } from '../pix-accounts/index.ts'
import { piecesOf, spanSince } from './sweep-span.rules.ts'
import { takePix } from './take-pix.ts'

const SYSTEM = { kind: 'system' } as const

/** The job `sweep-all-pix`: has every creditor's account looked through. */
export async function sweepAllPix(platform: Platform): Promise<void> {
  const creditorIds = await platform.transact(SYSTEM, { nobody: true }, ({ tx }) => creditorsWithPix(tx))
  for (const creditorId of creditorIds) await platform.transact(SYSTEM, { creditorId }, ({ tx, jobs }) => jobs.send(tx, 'sweep-pix', { creditorId }))
}

/**
 * The job `sweep-pix`: looks through all Pix of a span, or of what came since the last time, for what no webhook told. Where a
 * bank falls silent on the way, the next try begins where this one did: what was taken in is known then.
 */
export async function sweepPix({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>, { creditorId, from, to }: { creditorId: string; from?: string; to?: string }): Promise<void> {
  const bank = await openBank(platform, creditorId, 'job')
  if (!bank) return
  const span = from && to ? { from: new Date(from), to: new Date(to) } : spanSince(bank.account, bank.now())
  let failed = 0
  for (const piece of piecesOf(span)) {
    for await (const page of listPix(bank, piece)) {
      if (!page.ok) throw faultOf('about the Pix of some days', page.error)
      for (const pix of page.value) failed += await taken({ platform, logger }, bank, pix).catch((error: unknown) => (logger.error({ err: error, creditorId }, 'a Pix was not taken in'), 1))
    }
  }
  if (failed > 0) throw new Error(`${failed} Pix were not taken in`)
  if (!from) await platform.transact(SYSTEM, { creditorId }, ({ tx }) => setSweptUntil(tx, creditorId, span.to))
}

async function taken(desk: Pick<JobDesk, 'platform' | 'logger'>, bank: Bank, pix: Parameters<typeof takePix>[2]): Promise<0> {
  await takePix(desk, bank, pix)
  return 0
}

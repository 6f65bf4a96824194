import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { creditorIds } from '../creditors/index.ts'
import { beforeAlarm, lockDelisting, setDelisting } from './delistings.repository.ts'

const SYSTEM = { kind: 'system' } as const

/** A round of the night: tells each creditor of the delistings that are open on their third business day, each of them once. */
export async function alarmAllDelistings(platform: Platform): Promise<void> {
  for (const creditorId of await platform.transact(SYSTEM, { nobody: true }, (work) => creditorIds(work.tx))) {
    const open = await platform.transact(SYSTEM, { creditorId }, (work) => beforeAlarm(work.tx, creditorId, work.today))
    for (const agreementId of open) await platform.transact(SYSTEM, { creditorId }, (work) => alarm(work, { creditorId, agreementId }))
  }
}

async function alarm(work: Work, key: { creditorId: string; agreementId: string }): Promise<void> {
  const delisting = await lockDelisting(work.tx, key)
  if (!delisting || delisting.alarmedAt || delisting.confirmedAt || delisting.lapsedAt) return
  await setDelisting(work.tx, key, { alarmedAt: work.clock.now() })
  const data = { agreementId: showId('agreement', key.agreementId), paidOn: delisting.paidOn, dueOn: delisting.dueOn }
  await recordChange(work, { creditorId: key.creditorId, type: 'delisting.alarm', subject: data.agreementId, data })
}

import { formatDate } from '@repactua/shared/time/local-date.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { DebtRecord } from '../debts/index.ts'
import { queueMessages } from '../messaging/index.ts'
import type { ListedRestriction } from './restrictions.repository.ts'

const HOUR_MS = 3_600_000
/** News of a service that found no hour to be sent in three days are not news any more. */
const NEWS_HOURS = 72

/** News for the creditor's systems, which act by them: ids, days and the rule, never a person. */
export async function tellSystems(work: Work, restriction: ListedRestriction, type: string): Promise<void> {
  const { creditorId, id, debtId, debtExternalId: externalId, ruleName: rule, limitsOn, cause, restoreBy } = restriction
  const data = { restrictionId: showId('restriction', id), debtId: showId('debt', debtId), externalId, rule, limitsOn, cause, restoreBy }
  await recordChange(work, { creditorId, type, subject: data.restrictionId, data })
}

/** Tells the person what will be limited from which day, and how it comes back. */
export async function tellOfLimit(work: Work, debt: DebtRecord, restriction: ListedRestriction): Promise<void> {
  const { limits, comesBack, limitsOn } = restriction
  await write(work, debt, restriction, { templateKey: 'service-limited', sentence: `A partir de ${formatDate(limitsOn)}: ${limits} ${comesBack}` })
}

/** Tells the person that what was limited is not any more. */
export async function tellOfReturn(work: Work, debt: DebtRecord, restriction: ListedRestriction): Promise<void> {
  const { restoreBy } = restriction
  const day = restoreBy === work.today ? 'hoje' : `até ${formatDate(restoreBy!)}`
  await write(work, debt, restriction, { templateKey: 'service-restored', sentence: `o que estava limitado no seu serviço volta ${day}.` })
}

async function write(work: Work, { debtorId, cpfIndex }: DebtRecord, { creditorId, id, debtId }: ListedRestriction, { templateKey, sentence }: { templateKey: string; sentence: string }): Promise<void> {
  const now = work.clock.now()
  await queueMessages(work, [{
    creditorId, debtorId, cpfIndex, purpose: 'service', stepKey: `restriction:${id}:${templateKey}`, templateKey, values: { sentence },
    channels: ['email', 'whatsapp', 'sms'], debtIds: [debtId], notBefore: now, notAfter: new Date(now.getTime() + NEWS_HOURS * HOUR_MS), origin: null,
  }])
}

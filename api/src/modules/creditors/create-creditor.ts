import { CREDITOR_SCOPES, type CreditorInput } from '@repactua/shared/contract/creditors.ts'
import { appendAudit, INSTALLATION } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { createClient, type NewClient } from './create-client.ts'
import { checkCreditor } from './check-creditor.ts'
import { insertCreditor, type CreditorRecord } from './creditors.repository.ts'

const FIRST_SETTINGS = {
  fourEyesPublishing: false, fourEyesEndAskedBy: null, fourEyesEndAskedAt: null, showsBarredDebts: false, remindDaysBefore: 3, acceptsBoleto: false, acceptsCard: false, shortToleranceCents: 0n, overpayment: 'next_installments', tellsBalances: false, answerHours: 4,
} as const

/** Makes a creditor and its first client. Refuses a wrong CNPJ, phone or Pix key, and a CNPJ that is there already. */
export async function createCreditor(work: Work, input: CreditorInput): Promise<{ creditor: CreditorRecord; client: NewClient }> {
  const creditor = { ...checkCreditor(input), ...FIRST_SETTINGS, id: work.newId(), createdAt: work.clock.now() }
  if (!(await insertCreditor(work.tx, creditor))) throw new AppError('creditor_exists')
  const client = await createClient(work, { creditorId: creditor.id, name: creditor.tradeName, scopes: CREDITOR_SCOPES })
  await appendAudit(work, {
    creditorId: INSTALLATION,
    type: 'creditor.created',
    subject: showId('creditor', creditor.id),
    data: { cnpj: creditor.cnpj, clientId: showId('client', client.id) },
  })
  return { creditor, client }
}

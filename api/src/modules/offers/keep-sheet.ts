import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { invariant } from '../../core/invariant.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import type { Work } from '../../platform/work.ts'
import type { DebtRecord } from '../debts/index.ts'
import { insertSheet } from './offers.repository.ts'
import { recomputeSheet, type WrittenSheet } from './recompute-sheet.ts'
import type { SheetInputs } from './sheet-inputs.ts'

/** Writes a sheet from its inputs as they will be read again, and keeps both, with an audit entry. */
export async function keepSheet(work: Work, inputs: SheetInputs, { creditorId, debtorId, cpfIndex }: DebtRecord): Promise<OfferSheet> {
  const text = JSON.stringify(inputs)
  const written = recomputeSheet(JSON.parse(text) as SheetInputs)
  invariant(written.ok, 'the inputs of offers give offers')
  const { sheet, document, sha256 } = written.value
  await insertSheet(work.tx, {
    creditorId, debtorId, cpfIndex, document, sha256,
    id: inputs.id,
    policyId: inputs.policy.id,
    inputs: text,
    createdAt: new Date(sheet.createdAt),
    expiresAt: new Date(sheet.expiresAt),
  })
  await recordSheet(work, creditorId, written.value)
  return sheet
}

async function recordSheet(work: Work, creditorId: string, { sheet, sha256 }: WrittenSheet): Promise<void> {
  await recordChange(work, {
    creditorId,
    type: 'offer_sheet.created',
    subject: sheet.id,
    data: {
      debtIds: sheet.debts.map(({ id }) => id),
      balanceCents: sheet.balanceCents,
      policyId: sheet.policy.id,
      policyVersion: sheet.policy.version,
      optionIds: sheet.options.map(({ id }) => id),
      expiresAt: sheet.expiresAt,
      sha256: sha256.toString('hex'),
    },
  })
}

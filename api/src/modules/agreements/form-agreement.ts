import { createHash } from 'node:crypto'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { VOLUNTARY_CONSENT } from '@repactua/shared/text/voluntary-payment.ts'
import { campaignDiscounts } from '../../core/offers/campaigns/campaign-discounts.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { endOfDay } from '../../platform/clock.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId, showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { findDebtor } from '../debtors/index.ts'
import { loadDebts } from '../debts/index.ts'
import { loadSheet, type OfferSheetRecord } from '../offers/index.ts'
import { refuseSpentCampaigns } from '../policies/index.ts'
import { findWaiting, insertAgreement, type NewAgreement } from './agreements.repository.ts'
import { loadAgreement, type AgreementWhole } from './load-agreement.ts'
import { refuseLoweredDebts } from './refuse-lowered-debts.ts'
import { refuseOtherFooting } from './refuse-other-footing.ts'
import { writeTerm } from './term/write-term.ts'

interface AgreementAsk {
  sheetId: string
  optionId: string
  /** The person said that they pay what nobody may collect, of their own will. */
  voluntaryConsent?: boolean | undefined
}

/**
 * Forms an agreement out of one option of a sheet and writes its term. Refuses a sheet that has expired, an option
 * that is not on it, debts that are no longer open or have become less, a discount that its campaign's budget no longer
 * holds, barred debts without the person's own consent (CC 191). The same option twice is the same agreement.
 */
export async function formAgreement(work: Work, { sheetId, optionId, voluntaryConsent = false }: AgreementAsk): Promise<AgreementWhole> {
  const found = await loadSheet(work, { sheetId })
  if (!found) throw new AppError('not_found')
  const { record, sheet } = found
  const option = sheet.options.find(({ id }) => id === optionId)
  if (!option) throw new AppError('option_not_found')
  if (signBy(record, option) <= work.clock.now()) throw new AppError('offer_sheet_expired')
  if (sheet.voluntary && !voluntaryConsent) throw new AppError('voluntary_consent_required')
  await enterCreditor(work.tx, record.creditorId)
  await refuseClosedDebts(work, record, sheet)
  await refuseOtherFooting(work, record.creditorId, sheet)
  await refuseLoweredDebts(work, record.creditorId, sheet)
  await refuseSpentCampaigns(work, record.creditorId, campaignDiscounts(option.parts))
  const waiting = await findWaiting(work, sheetId, optionId)
  return loadAgreement(work, waiting?.id ?? (await insert(work, record, sheet, option)))
}

// A sheet may stand longer than the first date that the person chose: nobody signs for a day that has passed.
function signBy({ expiresAt }: OfferSheetRecord, { installments }: OfferOption): Date {
  const endOfFirstDay = endOfDay(installments[0]!.dueOn)
  return endOfFirstDay < expiresAt ? endOfFirstDay : expiresAt
}

async function refuseClosedDebts(work: Work, record: OfferSheetRecord, sheet: OfferSheet): Promise<void> {
  const debts = await loadDebts(work, record.creditorId, sheet.debts.map(({ id }) => readId(id)))
  if (debts.some(({ status }) => status === 'in_agreement')) throw new AppError('debt_in_agreement')
  if (debts.some(({ status }) => status !== 'open')) throw new AppError('debt_not_open')
}

async function insert(work: Work, record: OfferSheetRecord, sheet: OfferSheet, option: OfferOption): Promise<string> {
  const debtor = await findDebtor(work, record.creditorId, record.debtorId)
  if (!debtor) throw new AppError('not_found')
  const term = writeTerm({ sheet, option, debtor })
  const id = work.newId()
  await insertAgreement(work.tx, newAgreement(work, { id, record, sheet, option, term }), debtsIn(id, record, sheet, option))
  await recordChange(work, {
    creditorId: record.creditorId,
    type: 'agreement.formed',
    subject: showId('agreement', id),
    data: { agreementId: showId('agreement', id), offerSheetId: sheet.id, optionId: option.id, totalCents: option.totalCents, ...(sheet.voluntary ? { voluntaryConsent: VOLUNTARY_CONSENT } : {}) },
  })
  return id
}

interface Formed {
  id: string
  record: OfferSheetRecord
  sheet: OfferSheet
  option: OfferOption
  term: string
}

function newAgreement(work: Work, { id, record, sheet, option, term }: Formed): NewAgreement {
  const { creditorId, debtorId, cpfIndex } = record
  return {
    creditorId, id, debtorId, cpfIndex,
    expiresAt: signBy(record, option),
    offerSheetId: record.id,
    optionId: option.id,
    optionDocument: JSON.stringify(option),
    dueDay: sheet.dueDay,
    status: 'awaiting_signature',
    voluntary: sheet.voluntary ?? false,
    balanceCents: BigInt(sheet.balanceCents),
    totalCents: BigInt(option.totalCents),
    termSealed: work.keys.seal(term),
    termSha256: createHash('sha256').update(term, 'utf8').digest(),
    createdAt: work.clock.now(),
  }
}

function debtsIn(agreementId: string, { creditorId }: OfferSheetRecord, sheet: OfferSheet, option: OfferOption) {
  const totals = new Map(option.parts.map((part) => [part.debtId, part.totalCents]))
  return sheet.debts.map((debt) => ({
    creditorId, agreementId,
    debtId: readId(debt.id),
    externalId: debt.externalId,
    description: debt.description,
    balanceCents: BigInt(debt.balance.totalCents),
    totalCents: BigInt(totals.get(debt.id) ?? 0),
  }))
}

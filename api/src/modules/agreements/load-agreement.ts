import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { Benefit } from '@repactua/shared/contract/policies.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditors, type CreditorRecord } from '../creditors/index.ts'
import { delistingsOf, type DelistingRecord } from '../delistings/index.ts'
import { protestsOf, type ProtestRecord } from '../debts/index.ts'
import { loadBenefits } from '../offers/index.ts'
import { refundsOf, type RefundRecord } from '../refunds/index.ts'
import { amendmentsOf, type AmendmentRecord } from './amendment-history.repository.ts'
import { debtsOf, findAgreement, installmentsOf, type AgreementDebtRecord, type AgreementRecord, type InstallmentRecord } from './agreements.repository.ts'

/** An agreement with all that hangs on it. */
export interface AgreementWhole {
  record: AgreementRecord
  option: OfferOption
  creditor: CreditorRecord
  debts: AgreementDebtRecord[]
  /** Empty until it is signed: before that they are the option's. */
  installments: InstallmentRecord[]
  /** What was signed after the term, in its order. */
  amendments: AmendmentRecord[]
  /** Given for paying everything, with their coupons; empty until it is. */
  benefits: Benefit[]
  /** What the creditor is to give back, where it was undone. */
  refund: RefundRecord | null
  /** The creditor's task after its settlement, or after its first installment. */
  delisting: DelistingRecord | null
  /** Which of its debts were protested, once it is settled. */
  protests: ProtestRecord[]
  termText: string
}

/** The actor's own agreement; refuses with not_found where there is none, or where it is somebody else's. */
export async function loadAgreement(work: Work, id: string): Promise<AgreementWhole> {
  const record = await findAgreement(work, id)
  if (!record) throw new AppError('not_found')
  const [whole] = await assemble(work, [record])
  return whole!
}

/** Puts agreements together with their debts, installments, amendments, creditors and opened terms, in four queries. */
export async function assemble(work: Work, records: readonly AgreementRecord[]): Promise<AgreementWhole[]> {
  if (records.length === 0) return []
  const debts = await debtsOf(work.tx, records)
  const installments = await installmentsOf(work.tx, records)
  const amendments = await amendmentsOf(work.tx, records)
  const creditors = await findCreditors(work.tx, [...new Set(records.map(({ creditorId }) => creditorId))])
  const read = records.map((record) => ({ record, option: JSON.parse(record.optionDocument) as OfferOption }))
  const benefits = await loadBenefits(work.tx, read.flatMap(earned))
  const refunds = await refundsOf(work.tx, records.filter(({ status }) => status === 'withdrawn'))
  const delistings = await delistingsOf(work.tx, records.filter(({ status }) => status === 'settled' || status === 'active'))
  const settled = new Set(records.filter(({ status }) => status === 'settled').map(({ id }) => id))
  const protests = await protestsOf(work.tx, debts.filter(({ agreementId }) => settled.has(agreementId)))
  return read.map(({ record, option }) => ({
    record,
    option,
    benefits: benefits.get(record.offerSheetId ?? '') ?? [],
    creditor: creditors.get(record.creditorId)!,
    debts: debts.filter(({ agreementId }) => agreementId === record.id),
    installments: installments.filter(({ agreementId }) => agreementId === record.id),
    amendments: amendments.filter(({ agreementId }) => agreementId === record.id),
    refund: refunds.find(({ agreementId }) => agreementId === record.id) ?? null,
    delisting: delistings.find(({ agreementId, lapsedAt }) => agreementId === record.id && !lapsedAt) ?? null,
    protests: protests.filter(({ debtId }) => debts.some((debt) => debt.agreementId === record.id && debt.debtId === debtId)),
    termText: work.keys.open(record.termSealed),
  }))
}

function earned({ record: { status, creditorId, offerSheetId }, option }: Pick<AgreementWhole, 'record' | 'option'>): Parameters<typeof loadBenefits>[1] {
  if (status !== 'settled' || offerSheetId === null || !option.benefits?.length) return []
  return [{ creditorId, sheetId: offerSheetId, rules: option.parts.map(({ rule }) => rule) }]
}

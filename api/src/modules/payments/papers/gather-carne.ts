import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { AMOUNT_CENTS_LIMIT } from '../../../core/pix/br-code.ts'
import { isOpen, openCents } from '../../../core/repairs/open-installments.ts'
import { enterCreditor } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Work } from '../../../platform/work.ts'
import { amountToday, isInCourse, loadAgreement, type AgreementWhole, type InstallmentRecord } from '../../agreements/index.ts'
import { standingBoletosOf, type BoletoRecord } from '../../boletos/index.ts'
import { findDebtor, type Debtor } from '../../debtors/index.ts'
import { putCharge } from '../charges/create-charge.ts'

/** One slip of a carnê: what is open of an installment, and the codes by which it can be paid until its day. */
export interface CarneSlip {
  installment: InstallmentRecord
  amountCents: bigint
  /** None where the amount grows from day to day, or is more than a code holds: the page has it. */
  pixCode: string | null
  boleto: BoletoRecord | null
}

export interface Carne {
  whole: AgreementWhole
  debtor: Debtor
  slips: CarneSlip[]
  /** Open installments are left for the next paper. */
  hasMore: boolean
}

/** Of one paper: two years of months, so that the longest plan keeps nobody waiting. */
const SLIPS = 24

/**
 * What a carnê of one's own agreement says: every open installment, each with the static Pix code that its page would give
 * before the due date, some at a time. Asked again, they are the same codes. Refused unless the agreement runs.
 */
export async function gatherCarne(work: Work, { agreementId, page }: { agreementId: string; page: number }): Promise<Carne> {
  const whole = await loadAgreement(work, agreementId)
  const { creditorId, debtorId, status } = whole.record
  if (!isInCourse(status)) throw new AppError('agreement_not_active')
  await enterCreditor(work.tx, creditorId)
  const debtor = await findDebtor(work, creditorId, debtorId)
  if (!debtor) throw new AppError('not_found')
  const boletos = await standingBoletosOf(work.tx, whole.record)
  const open = whole.installments.filter(isOpen)
  const slips: CarneSlip[] = []
  for (const installment of open.slice((page - 1) * SLIPS, page * SLIPS)) slips.push(await slipOf(work, whole, installment, boletos))
  if (slips.length === 0) throw new AppError('not_found')
  return { whole, debtor, slips, hasMore: open.length > page * SLIPS }
}

async function slipOf(work: Work, { record, option, creditor }: AgreementWhole, installment: InstallmentRecord, boletos: readonly BoletoRecord[]): Promise<CarneSlip> {
  const amountCents = openCents(installment)
  const { number, dueOn } = installment
  const holds = amountCents < AMOUNT_CENTS_LIMIT && !grows(option, creditor.regime, installment, work.today)
  const charge = holds ? await putCharge(work, record, creditor, { number, amountCents }) : null
  const boleto = boletos.find((one) => one.installmentNumber === number && one.amountCents === amountCents && one.scheduledOn === dueOn)
  return { installment, amountCents, pixCode: charge?.copyPaste ?? null, boleto: boleto ?? null }
}

// A late installment is another amount tomorrow: a code on paper would be wrong by then.
function grows(option: OfferOption, regime: AgreementWhole['creditor']['regime'], installment: InstallmentRecord, today: string): boolean {
  return amountToday({ option, regime }, installment, today).amountCents > openCents(installment)
}

import type { Work } from '../../../platform/work.ts'
import { issueBoleto } from '../../boletos/index.ts'
import { pixCodeFor, type NewCharge } from './create-charge.ts'
import { findPayable, type AskedInstallment } from './find-payable.ts'

/** A boleto for what is open of one installment, with the Pix code of the same amount beside it. Asked again for the same, it is the same boleto. */
export async function createBoletoCharge(work: Work, asked: AskedInstallment): Promise<NewCharge> {
  const { creditor, amountCents, items, lateCents, validUntil, ...payable } = await findPayable(work, asked)
  const boleto = await issueBoleto(work, { ...payable, amountCents, lateCents, pixFor: (id) => pixCodeFor(creditor, amountCents, id) })
  return { charge: boleto, creditor, dueOn: boleto.dueOn, items, validUntil: lateCents > 0n ? boleto.dueOn : validUntil, boleto }
}

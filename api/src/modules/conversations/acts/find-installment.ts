import { isOpen } from '../../../core/repairs/open-installments.ts'
import { installmentsOf, runningAgreementsOf } from '../../agreements/index.ts'
import { createCharge } from '../../payments/index.ts'
import { asPerson } from '../as-person.ts'
import { personIn, type ActResult, type Turn } from '../turn.ts'

/** The Pix code of the installment that is due next, or is late the longest. It comes as a message of its own, once the bank was asked. */
export async function findInstallment(turn: Turn): Promise<ActResult> {
  const { work, creditor, thread, site, values } = turn
  const person = personIn(turn)
  const agreements = await runningAgreementsOf(work.tx, creditor.id, person.cpfIndex)
  const next = agreements.length === 0 ? undefined : (await installmentsOf(work.tx, agreements)).find(isOpen)
  values['link'] = `${site}/acordos`
  if (!next) return 'no_installment'
  const { charge } = await createCharge(await asPerson(work, person), { agreementId: next.agreementId, number: next.number })
  await work.jobs.send(work.tx, 'send-pix-code', { creditorId: creditor.id, conversationId: thread.id, debtorId: person.id, chargeId: charge.id })
  return 'code_coming'
}

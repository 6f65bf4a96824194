import type { Recurrence } from '../automatic/recurrence.ts'
import type { RecurringCharge } from '../automatic/recurring-charge.ts'
import { showProgress } from '../automatic/show-recurring-charge.ts'
import type { Bank } from '../bank.ts'
import { sendNotice } from './tell-webhook.ts'

/** Puts news of a recurrence on its way: `RecNotification`. */
export function tellRecurrence(bank: Bank, { clientId, idRec, status, atualizacao, encerramento, tipoJornada }: Recurrence): void {
  tell(bank, clientId, 'rec', { recs: [{ idRec, status, atualizacao, ...(encerramento ? { encerramento } : {}), ativacao: { tipoJornada } }] })
}

/** Puts news of a recurring charge on its way: `CobRNotification`. */
export function tellRecurringCharge(bank: Bank, charge: RecurringCharge): void {
  tell(bank, charge.clientId, 'cobr', { cobsr: [{ idRec: charge.body.idRec, txid: charge.txid, ...showProgress(bank, charge) }] })
}

function tell(bank: Bank, clientId: string, about: 'rec' | 'cobr', news: unknown): void {
  const hook = bank.state.automaticWebhooks.find((one) => one.clientId === clientId && one.about === about)
  if (hook) sendNotice(bank, `${hook.webhookUrl}/${about}`, structuredClone(news))
}

import { addDays, isLocalDate } from '@repactua/shared/time/local-date.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import { refuse } from '../doors/problems.ts'
import { attemptOn, ownRecurringCharge } from './recurring-charges.ts'
import { retriesLeft, RETRY_DAYS } from './retries.ts'
import { showRecurringCharge } from './show-recurring-charge.ts'
import { tellRecurringCharge } from '../webhooks/tell-automatic.ts'
import { waitingAttempt } from './turn-charge.ts'

/** POST /cobr/{txid}/retentativa/{data}: asks for another attempt after the due date, by the recurrence's policy (three in seven days). */
export function retryCharge(ask: Ask): Answer {
  const { bank, account, params } = ask
  const charge = ownRecurringCharge(ask)
  const day = params['data'] ?? ''
  const reason = whyNot(ask, day)
  if (reason) refuse('CobROperacaoInvalida', [{ razao: reason, propriedade: 'data', valor: day }])
  charge.tentativas.push(attemptOn(day, 'NTAG', bank.clock.now()))
  tellRecurringCharge(bank, charge)
  bank.keep()
  return { status: 201, body: showRecurringCharge(bank, charge, account) }
}

function whyNot(ask: Ask, day: string): string | null {
  const charge = ownRecurringCharge(ask)
  if (waitingAttempt(charge)) return 'Existe uma tentativa com status SOLICITADA ou AGENDADA.'
  if (!isLocalDate(day) || day <= ask.bank.clock.today()) return 'O parâmetro data não corresponde a uma data futura.'
  const first = charge.tentativas[0]?.dataLiquidacao
  const fits = charge.status === 'ATIVA' && first !== undefined && day <= addDays(first, RETRY_DAYS) && retriesLeft(ask.bank, charge) > 0
  return fits ? null : 'A política configurada na recorrência não permite retentativa de cobrança.'
}

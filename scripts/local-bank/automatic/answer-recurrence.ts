import type { Bank } from '../bank.ts'
import type { Journey, Recurrence } from './recurrence.ts'
import { scheduleCharge } from './recurring-charges.ts'
import { turnRecurrence } from './turn-recurrence.ts'

export type PayerAnswer = 'authorise' | 'refuse' | 'revoke'

/** The payer gives leave, refuses it, or takes it back; false where there is nothing to answer. The caller keeps the state. */
export function answerRecurrence(bank: Bank, rec: Recurrence | undefined, answer: PayerAnswer, journey?: Journey): boolean {
  if (!rec || rec.status !== (answer === 'revoke' ? 'APROVADA' : 'CRIADA')) return false
  if (answer === 'authorise') authorise(bank, rec, journey ?? journeyOf(bank, rec))
  else if (answer === 'refuse') turnRecurrence(bank, rec, 'REJEITADA', { ending: { rejeicao: { codigo: 'AP13', descricao: 'Recorrência rejeitada pelo usuário pagador' } } })
  else turnRecurrence(bank, rec, 'CANCELADA', { ending: { cancelamento: { solicitante: 'USUARIO_PAGADOR', codigo: 'SLDB', descricao: 'Cancelamento solicitado pelo usuário pagador' } } })
  return true
}

/** The word of a form or a knob; anything else refuses. */
export function readAnswer(word: unknown): PayerAnswer {
  return word === 'authorise' || word === 'revoke' ? word : 'refuse'
}

function authorise(bank: Bank, rec: Recurrence, journey: Journey): void {
  turnRecurrence(bank, rec, 'APROVADA', { journey })
  for (const charge of bank.state.recurringCharges) if (charge.body.idRec === rec.idRec) scheduleCharge(bank, charge)
}

// Put before the payer by the bank, or read from a code.
function journeyOf({ state }: Bank, { idRec }: Recurrence): Journey {
  return state.solicitations.some((asked) => asked.idRec === idRec && asked.status === 'RECEBIDA') ? 'JORNADA_1' : 'JORNADA_2'
}

import type { Bank } from '../bank.ts'
import { tellRecurrence } from '../webhooks/tell-automatic.ts'
import type { Ending, Journey, Recurrence, RecurrenceStatus, Solicitation, SolicitationStatus } from './recurrence.ts'
import type { RecurringStatus } from './recurring-charge.ts'
import { turnCharge } from './turn-charge.ts'

const LIVE: readonly RecurringStatus[] = ['CRIADA', 'ATIVA']

/** Gives a recurrence its next status, ends what hangs on it where it ends, and tells its webhook. */
export function turnRecurrence(bank: Bank, rec: Recurrence, status: RecurrenceStatus, { journey, ending }: { journey?: Journey; ending?: Ending } = {}): void {
  rec.status = status
  rec.atualizacao.push({ status, data: bank.clock.now().toISOString() })
  if (journey) rec.tipoJornada = journey
  if (ending) rec.encerramento = ending
  answerSolicitations(bank, rec, ANSWERS[status])
  if (status === 'CANCELADA') cancelCharges(bank, rec, ending)
  tellRecurrence(bank, rec)
}

/** Gives a solicitation its next status. */
export function turnSolicitation({ clock }: Bank, asked: Solicitation, status: SolicitationStatus): void {
  asked.status = status
  asked.atualizacao.push({ status, data: clock.now().toISOString() })
}

const ANSWERS: Partial<Record<RecurrenceStatus, SolicitationStatus>> = { APROVADA: 'ACEITA', REJEITADA: 'REJEITADA', CANCELADA: 'CANCELADA' }

function answerSolicitations(bank: Bank, { idRec }: Recurrence, answer: SolicitationStatus | undefined): void {
  const open = bank.state.solicitations.filter((asked) => asked.idRec === idRec && asked.status === 'RECEBIDA')
  if (answer) for (const asked of open) turnSolicitation(bank, asked, answer)
}

function cancelCharges(bank: Bank, { idRec }: Recurrence, ending: Ending | undefined): void {
  const live = bank.state.recurringCharges.filter(({ body, status }) => body.idRec === idRec && LIVE.includes(status))
  for (const charge of live) turnCharge(bank, charge, 'CANCELADA', ending ? { ending } : {})
}

import type { MyEscalation } from '@repactua/shared/contract/escalations.ts'
import { formatDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { collectionStop } from '../../../core/legal/collection-stop.ts'
import { lastListingDay } from '../../../core/legal/listing-age.ts'
import { invariant } from '../../../core/invariant.ts'
import type { DebtRow } from '../debts.repository.ts'
import type { MyEscalationRow } from './my-escalations.repository.ts'

type Words = Pick<MyEscalation, 'meaning' | 'whatToDo'>
type Told = 'noticed' | 'proven' | 'due' | 'requested' | 'confirmed' | 'blocked'

const PLACES = {
  listing: { at: 'em um cadastro de crédito', by: 'O cadastro', done: 'registrada em um cadastro de crédito', act: 'o registro' },
  protest: { at: 'em um cartório de protesto', by: 'O cartório', done: 'protestada em cartório', act: 'o protesto' },
} as const
const OPEN = 'Você pode ver as opções de acordo. Se algo estiver errado, conteste a dívida. Qualquer um dos dois interrompe este processo.'
const TAKEN_OFF = 'Com um acordo assinado ou uma contestação, a empresa tem até cinco dias úteis para pedir a retirada.'

/**
 * What a person is told of the listing or protest of a debt: what it means and what they can do, without a threat. What is stopped
 * and was never requested is not told any more.
 */
export function tellEscalation(escalation: MyEscalationRow, debt: DebtRow, today: LocalDate): MyEscalation | null {
  const state = shownState(escalation, debt, today)
  if (state === null) return null
  const { kind, since, deadlineOn } = escalation
  return { kind, state, since: since.toISOString(), deadlineOn, ...WORDS[state](escalation, debt) }
}

// The row hears of a dispute or an agreement a moment later than the debt itself.
function shownState({ state, takeOffOn }: MyEscalationRow, debt: DebtRow, today: LocalDate): Told | null {
  invariant(isTold(state), 'only what a person may know is read')
  if (state === 'blocked' || collectionStop(debt, today) === null) return state
  return state === 'requested' || state === 'confirmed' || takeOffOn !== null ? 'blocked' : null
}

function isTold(state: MyEscalationRow['state']): state is Told {
  return state in WORDS
}

const WORDS: Record<Told, (escalation: MyEscalationRow, debt: DebtRow) => Words> = {
  noticed: ({ kind, deadlineOn }) => ({
    meaning: `A empresa avisa que esta dívida pode vir a ser ${PLACES[kind].done}. Até ${formatDate(deadlineOn!)} nada é registrado, e antes disso você recebe um aviso por escrito, com o seu prazo.`,
    whatToDo: OPEN,
  }),
  proven: ({ kind, deadlineOn }) => ({
    meaning: `O aviso por escrito foi entregue. Até ${formatDate(deadlineOn!)} nada é registrado ${PLACES[kind].at}.`,
    whatToDo: OPEN,
  }),
  due: ({ kind, deadlineOn }) => ({
    meaning: `O prazo do aviso terminou em ${formatDate(deadlineOn!)}. A empresa ainda não pediu ${PLACES[kind].act}.`,
    whatToDo: OPEN,
  }),
  requested: ({ kind }) => ({ meaning: `A empresa pediu ${PLACES[kind].act} desta dívida.`, whatToDo: `${OPEN} ${TAKEN_OFF}` }),
  confirmed: ({ kind, confirmedOn }, debt) => ({
    meaning: `Esta dívida está ${PLACES[kind].done} desde ${formatDate(confirmedOn!)}. Isso não pode passar de ${formatDate(lastListingDay(debt))}, mesmo sem pagamento.`,
    whatToDo: `${OPEN} ${TAKEN_OFF}`,
  }),
  blocked: ({ kind, takeOffOn }) => ({
    meaning: takeOffOn === null ? `A empresa foi avisada de que ${PLACES[kind].act} desta dívida precisa ser desfeito.` : `A empresa tem até ${formatDate(takeOffOn)} para desfazer ${PLACES[kind].act} desta dívida.`,
    whatToDo: `Você não precisa fazer nada. ${PLACES[kind].by} e a empresa cuidam da retirada; se ela não acontecer até o dia, o Procon ajuda de graça.`,
  }),
}

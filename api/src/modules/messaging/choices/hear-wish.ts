import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import type { HeardWishInput } from '@repactua/shared/contract/contact-choices.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { INSTALLATION, recordChange } from '../../../platform/audit/record-change.ts'
import { endOfDay } from '../../../platform/clock.ts'
import { enterPerson } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findDebtorByCpf, type Debtor } from '../../debtors/index.ts'
import { endChoices, insertChoices, standingChoicesOf, type ContactChoiceRow } from './choices.repository.ts'
import { meets, planChoice, type Scope } from './choices.rules.ts'

/** The wishes that count for one creditor of one person. */
export interface HeardChoices {
  debtorId: string
  wishes: ContactChoiceRow[]
}

type Heard = Scope & Pick<ContactChoiceRow, 'wish' | 'until'>
type Change = Pick<ContactChoiceRow, 'wish' | 'channel' | 'purpose' | 'until'>

/**
 * Writes down what a creditor heard of a person, by phone or by letter: of itself alone. Refuses a CPF that cannot be, somebody whom
 * it does not know, and to lift what the person stopped without it.
 */
export async function hearWish(work: Work, { cpf, wish, untilOn, ...said }: HeardWishInput): Promise<HeardChoices> {
  const scope: Scope = { channel: said.channel ?? null, purpose: said.purpose ?? null }
  const debtor = await debtorOf(work, cpf)
  const until = untilOn === undefined ? null : untilOf(work, wish, untilOn)
  const wishes = await wishesOf(work, debtor)
  const { ends, begins } = wish === 'allow' ? allow(wishes, debtor, scope) : stop(wishes, debtor, { wish, ...scope, until })
  if (ends.length + begins.length === 0) return { debtorId: debtor.id, wishes }
  const createdAt = work.clock.now()
  await endChoices(work.tx, ends.map(({ id }) => id), createdAt)
  await insertChoices(work.tx, begins.map((begun) => ({ ...begun, creditorId: debtor.creditorId, id: work.newId(), cpfIndex: debtor.cpfIndex, source: 'creditor', createdAt, endedAt: null })))
  await recordChange(work, { creditorId: debtor.creditorId, type: 'contact.chosen', subject: showId('debtor', debtor.id), data: { wish, ...scope, until: until?.toISOString() ?? null, source: 'creditor' } })
  return { debtorId: debtor.id, wishes: await wishesOf(work, debtor) }
}

async function debtorOf(work: Work, cpf: string): Promise<Debtor> {
  const digits = cpfDigits(cpf)
  if (!isCpf(digits)) throw new AppError('invalid_request', { errors: [{ pointer: '/cpf', code: 'invalid_cpf', message: ERROR_TEXTS.invalid_cpf.title }] })
  const debtor = await findDebtorByCpf(work, creditorOf(work), work.keys.cpfIndex(digits))
  if (!debtor) throw new AppError('not_found')
  return debtor
}

function untilOf({ today }: Work, wish: Heard['wish'], untilOn: LocalDate): Date {
  const message = wish === 'allow' ? 'Só um pedido para parar tem um último dia.' : 'Este dia já passou.'
  if (wish === 'allow' || untilOn < today) throw new AppError('invalid_request', { errors: [{ pointer: '/untilOn', code: 'invalid_day', message }] })
  return endOfDay(untilOn)
}

// Those of this creditor and those of all; what the person wished of others is nobody's business here.
async function wishesOf(work: Work, { creditorId, cpfIndex }: Debtor): Promise<ContactChoiceRow[]> {
  await enterPerson(work.tx, cpfIndex)
  const standing = await standingChoicesOf(work.tx, cpfIndex, work.clock.now())
  return standing.filter((wish) => wish.creditorId === creditorId || wish.creditorId === INSTALLATION)
}

function stop(wishes: readonly ContactChoiceRow[], { creditorId }: Debtor, { until, wish, ...scope }: Heard): { ends: ContactChoiceRow[]; begins: Change[] } {
  const own = wishes.filter((one) => one.creditorId === creditorId)
  const { begins } = planChoice(own.filter((one) => one.until === null), { ...scope, allowed: false })
  if (until === null || begins.length === 0) return { ends: [], begins: begins.map((one) => ({ ...one, until: null })) }
  const earlier = own.filter((one) => one.source === 'creditor' && one.until !== null && one.channel === scope.channel && one.purpose === scope.purpose)
  if (earlier.some((one) => one.until!.getTime() === until.getTime())) return { ends: [], begins: [] }
  return { ends: earlier, begins: [{ wish, ...scope, until }] }
}

// A pause of the person's own goes on and ends by itself; what they stopped for good is theirs to lift.
function allow(wishes: readonly ContactChoiceRow[], { creditorId }: Debtor, scope: Scope): { ends: ContactChoiceRow[]; begins: Change[] } {
  if (wishes.some((one) => one.wish === 'stop' && one.until === null && one.source !== 'creditor' && meets(one, scope))) throw new AppError('contact_stopped_by_person')
  const own = wishes.filter((one) => one.wish === 'stop' && one.creditorId === creditorId && one.source === 'creditor')
  const lasting = planChoice([...own.filter(({ until }) => until === null), ...wishes.filter((one) => one.wish === 'allow')], { ...scope, allowed: true })
  const plans = own.filter(({ until }) => until !== null).map((pause) => ({ ...planChoice([pause], { ...scope, allowed: true }), until: pause.until }))
  const rests = plans.flatMap(({ begins, until }) => begins.filter(({ wish }) => wish === 'stop').map((one) => ({ ...one, until })))
  return { ends: [...lasting.ends, ...plans.flatMap(({ ends }) => ends)], begins: [...lasting.begins.map((one) => ({ ...one, until: null })), ...rests] }
}

import { addDays, addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { CreditorSlug } from './creditors.ts'

export interface SituationDebt {
  creditor: CreditorSlug
  dueOn: (today: LocalDate) => LocalDate
  principalCents: number
  /** Taken back by the creditor after it was sent: paid somewhere else. */
  withdrawn?: boolean
}

export interface Situation {
  /** Digits only. */
  cpf: string
  name: string
  /** What somebody who signs in with this CPF sees. */
  shows: string
  debts: readonly SituationDebt[]
  /** The load signs an agreement for this person and pays its first installment. */
  hasAgreement?: boolean
}

/** Nine people whose CPFs never change, one for each thing worth seeing. They are persons number 1 to 9 of the portfolio. */
export const SITUATIONS: readonly Situation[] = [
  {
    cpf: '52998224725',
    name: 'Marina Alves Teixeira',
    shows: 'two creditors: a store card and a telecom bill',
    debts: [debt('aurora', monthsAgo(14), 135_040), debt('vivaz', monthsAgo(8), 28_990)],
  },
  {
    cpf: '11144477735',
    name: 'João Batista Moreira',
    shows: 'a large cash discount on an old card debt',
    debts: [debt('aurora', monthsAgo(43), 248_000)],
  },
  {
    cpf: '12345678909',
    name: 'Cláudia Ferreira Nogueira',
    shows: 'a long plan: up to 24 installments, the longest with interest and CET',
    debts: [debt('aurora', monthsAgo(7), 1_864_000)],
  },
  {
    cpf: '39053344705',
    name: 'Sebastião Rocha Lima',
    shows: 'an almost barred debt: the time to collect it ends in 20 days',
    debts: [debt('aurora', (today) => addDays(addMonths(today, -60), 20), 96_730)],
  },
  {
    cpf: '16899535009',
    name: 'Teresa Guimarães Paiva',
    shows: 'a barred debt: older than five years, so it is hidden',
    debts: [debt('aurora', monthsAgo(63), 143_215)],
  },
  {
    cpf: '15350946056',
    name: 'Rafael Souza Pinto',
    shows: 'a debt already in an agreement, its first installment paid',
    debts: [debt('vivaz', monthsAgo(10), 64_230)],
    hasAgreement: true,
  },
  {
    cpf: '98765432100',
    name: 'Beatriz Campos Duarte',
    shows: 'nothing owed: her only debt was withdrawn',
    debts: [{ ...debt('jacaranda', monthsAgo(9), 178_000), withdrawn: true }],
  },
  {
    cpf: '86288366757',
    name: 'Antônio Vieira Prado',
    shows: 'twelve bills at one creditor, for one agreement over any of them',
    debts: Array.from({ length: 12 }, (_, index) => debt('vivaz', monthsAgo(4 + index), 12_990)),
  },
  {
    cpf: '71428793860',
    name: 'Luana Ribeiro Sales',
    shows: 'a small debt: cash or few installments',
    debts: [debt('vivaz', monthsAgo(5), 7_850)],
  },
]

function debt(creditor: CreditorSlug, dueOn: SituationDebt['dueOn'], principalCents: number): SituationDebt {
  return { creditor, dueOn, principalCents }
}

function monthsAgo(months: number): SituationDebt['dueOn'] {
  return (today) => addMonths(today, -months)
}

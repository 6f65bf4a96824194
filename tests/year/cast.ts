import type { DebtLine } from '@repactua/shared/contract/debts.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { CREDITOR_SLUGS, type CreditorSlug } from '../../scripts/demo/creditors.ts'
import { demoDebts } from '../../scripts/demo/portfolio.ts'

/** Of so many people, one shares a telephone with the person before. */
const HOUSEHOLDS = 20

/** The people of the demo portfolio and what they owe, some of them under one roof. */
export interface Cast {
  lines: Map<CreditorSlug, DebtLine[]>
  /** Everybody's state, by CPF. */
  states: Map<string, string | null>
  debts: { creditor: CreditorSlug; externalId: string; cpf: string }[]
}

export function gatherCast(today: LocalDate, people: number): Cast {
  const cast: Cast = { lines: new Map(CREDITOR_SLUGS.map((slug) => [slug, []])), states: new Map(), debts: [] }
  const phones: (string | undefined)[] = []
  for (const { creditor, line } of demoDebts({ today, people })) {
    const { debtor } = line
    if (!cast.states.has(debtor.cpf)) phones.push(debtor.phone)
    cast.states.set(debtor.cpf, debtor.state ?? null)
    const shared = cast.states.size % HOUSEHOLDS === 0 ? phones.at(-2) : undefined
    const own = shared ? { ...line, debtor: { ...debtor, phone: shared } } : line
    cast.lines.get(creditor)!.push(own)
    cast.debts.push({ creditor, externalId: line.externalId, cpf: debtor.cpf })
  }
  return cast
}

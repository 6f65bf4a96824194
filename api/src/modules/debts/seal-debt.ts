import type { DebtInput } from '@repactua/shared/contract/debts.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import type { LegalScope } from '../../core/legal/types.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { sealDebtor, type DebtorRow, type Sealer } from '../debtors/index.ts'
import { CONTRACT_FIELDS } from './contract.rules.ts'
import type { NewDebt } from './debts.repository.ts'
import { checkDebt, plainDebt } from './debts.rules.ts'

export interface SealedDebt {
  debtor: DebtorRow
  debt: NewDebt
}

/** Who sends the debt: its regime selects the limits of the law, and twice the legal rate is one of them. */
export interface Sender extends Pick<LegalScope, 'regime' | 'legalRate'> {
  creditorId: string
}

/** Checks a debt with its debtor and puts both in the form of their tables. Refuses all that is wrong at once. */
export function sealDebt(sealer: Sealer, { creditorId, ...law }: Sender, externalId: string, input: DebtInput): Result<SealedDebt, FieldError[]> {
  const debtor = sealDebtor(sealer, creditorId, input.debtor)
  const findings = checkDebt(input, { ...law, today: sealer.clock.today() })
  if (!debtor.ok) return err([...debtor.error, ...findings])
  if (findings.length > 0) return err(findings)
  const { cpfIndex } = debtor.value
  const content = plainDebt(input)
  const fingerprint = sealer.keys.mac('debt', canonical(cpfIndex, content))
  return ok({ debtor: debtor.value, debt: { creditorId, id: sealer.newId(), externalId, cpfIndex, ...content, fingerprint } })
}

// Every field by which a debt may differ, always in this order. The day of prescription follows from three of them.
function canonical(cpfIndex: Buffer, debt: ReturnType<typeof plainDebt>): string {
  return JSON.stringify([
    cpfIndex.toString('base64'), debt.product, debt.contractNumber, debt.description, debt.originalCreditor, String(debt.principalCents), debt.dueOn,
    debt.lateFeeBps, debt.defaultInterestMonthlyBps, debt.interestMethod, debt.dayCount, debt.correctionIndex, debt.segment, debt.tags,
    ...saidBesides(debt),
    ...(debt.interruptedOn ? [debt.interruptedOn, debt.interruptedBy] : []),
  ])
}

// Named, and only where they are there: a debt that says none of it keeps the fingerprint that it has.
function saidBesides(debt: ReturnType<typeof plainDebt>): object[] {
  const said = ([...CONTRACT_FIELDS, 'riskBand'] as const).filter((field) => debt[field] !== null)
  return said.length > 0 ? [Object.fromEntries(said.map((field) => [field, debt[field]]))] : []
}

import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findDebtorByCpf, type Debtor } from '../debtors/index.ts'
import { listDebtsOf, type DebtRecord } from './debts.repository.ts'

export interface FoundDebts {
  debtor: Debtor | null
  debts: DebtRecord[]
}

/** What the creditor knows of the person of a CPF and of their debts, in whatever state. Refuses a CPF that cannot be. */
export async function lookUpDebts(work: Work, cpf: string): Promise<FoundDebts> {
  const digits = cpfDigits(cpf)
  if (!isCpf(digits)) throw new AppError('invalid_request', { errors: [{ pointer: '/cpf', code: 'invalid_cpf', message: ERROR_TEXTS.invalid_cpf.title }] })
  const creditorId = creditorOf(work)
  const cpfIndex = work.keys.cpfIndex(digits)
  const debtor = await findDebtorByCpf(work, creditorId, cpfIndex)
  return { debtor, debts: debtor ? await listDebtsOf(work.tx, creditorId, cpfIndex) : [] }
}

import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { enterCreditor } from '../../platform/db/transaction.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, personOf, type Work } from '../../platform/work.ts'
import { loadDebtsByExternalId, loadDebtsOfPerson, type DebtRecord } from '../debts/index.ts'

/**
 * The person's own debts, in the order asked. What is unknown or somebody else's is not found; debts of several
 * creditors are refused. From here on the transaction sees that creditor.
 */
export async function findMyDebts(work: Work, ids: readonly string[]): Promise<DebtRecord[]> {
  const debts = inOrder(await loadDebtsOfPerson(work, personOf(work), ids), ids, { idOf: (debt) => debt.id, pointer: '/debtIds' })
  const [creditorId, ...others] = new Set(debts.map((debt) => debt.creditorId))
  if (creditorId === undefined) throw new AppError('not_found')
  if (others.length > 0) throw new AppError('debts_of_several_creditors')
  await enterCreditor(work.tx, creditorId)
  return debts
}

/** The debts that the creditor keeps for this CPF under these ids, in the order asked; all of them, or not found. */
export async function findDebtsOfPerson(work: Work, cpf: string, externalIds: readonly string[]): Promise<DebtRecord[]> {
  const digits = cpfDigits(cpf)
  if (!isCpf(digits)) throw new AppError('invalid_request', { errors: [{ pointer: '/cpf', code: 'invalid_cpf', message: ERROR_TEXTS.invalid_cpf.title }] })
  const cpfIndex = work.keys.cpfIndex(digits)
  const debts = await loadDebtsByExternalId(work, creditorOf(work), externalIds)
  return inOrder(debts.filter((debt) => debt.cpfIndex.equals(cpfIndex)), externalIds, { idOf: (debt) => debt.externalId, pointer: '/debtExternalIds' })
}

function inOrder(debts: readonly DebtRecord[], ids: readonly string[], { idOf, pointer }: { idOf: (debt: DebtRecord) => string; pointer: string }): DebtRecord[] {
  const byId = new Map(debts.map((debt) => [idOf(debt), debt]))
  return ids.map((id, i) => {
    const debt = byId.get(id)
    if (!debt) throw new AppError('not_found', { errors: [{ pointer: `${pointer}/${i}`, code: 'not_found', message: ERROR_TEXTS.not_found.title }] })
    return debt
  })
}

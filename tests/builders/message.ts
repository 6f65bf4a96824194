import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import { findDebtorByCpf } from '@repactua/api/modules/debtors/index.ts'
import { queueMessages, type MessageDraft } from '@repactua/api/modules/messaging/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'
import { makeDebt } from './debt.ts'
import { personInput } from './person.ts'

let steps = 0
let phones = 0

/** A creditor, a debt of somebody with a phone of their own, and what a message to them needs. */
export interface Addressee {
  creditor: TestCreditor
  debtId: string
  person: DebtorInput
  draft(overrides?: Partial<MessageDraft>): MessageDraft
}

/** Somebody whom this creditor knows and may write to. The draft is of a collection mail that may go for a week from now on. */
export async function makeAddressee(test: TestApp, creditor: TestCreditor, overrides: Partial<DebtorInput> = {}): Promise<Addressee> {
  const person = personInput({ phone: `(11) 9${String(81_000_000 + ++phones)}`, ...overrides })
  const debt = await makeDebt(test, creditor, { debtor: person })
  const now = test.clock.now()
  const cpfIndex = test.platform.keys.cpfIndex(person.cpf)
  const debtId = readId(debt.id)
  const debtor = await test.platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, (work) => findDebtorByCpf(work, creditor.creditorId, cpfIndex))
  const base = { creditorId: creditor.creditorId, debtorId: debtor!.id, cpfIndex, purpose: 'collection', templateKey: 'debt-reminder', values: {}, channels: ['email'], debtIds: [debtId], notBefore: now, notAfter: new Date(now.getTime() + 7 * 86_400_000), origin: null } as const
  return { creditor, debtId, person, draft: (own = {}) => ({ ...base, stepKey: `test:${++steps}`, ...own }) }
}

/** Queues messages in a transaction of their creditor. */
export function queue({ platform }: TestApp, creditorId: string, drafts: readonly MessageDraft[]) {
  return platform.transact({ kind: 'system' }, { creditorId }, (work) => queueMessages(work, drafts))
}

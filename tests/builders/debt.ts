import type { Debt, DebtInput } from '@repactua/shared/contract/debts.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'
import { personInput } from './person.ts'

let made = 0

/** A creditor's own id of a debt that no other call gives out. */
export function newExternalId(): string {
  return `EX-${++made}`
}

/** The body of PUT /v1/debts/{externalId}. On 21 November 2026 its R$ 980,00 are 256 days late and come to R$ 1.083,23. */
export function debtInput(overrides: Partial<DebtInput> = {}): DebtInput {
  return {
    debtor: personInput(),
    product: 'retail',
    description: 'Compra parcelada nas Lojas Aurora',
    principalCents: 98_000,
    dueOn: '2026-03-10',
    charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 100 },
    ...overrides,
  }
}

/** A debt that the creditor has sent. */
export async function makeDebt(test: TestApp, creditor: TestCreditor, overrides: Partial<DebtInput> = {}, externalId = newExternalId()): Promise<Debt> {
  const answer = await test.http.put(`/v1/debts/${externalId}`).set('authorization', creditor.bearer).send(debtInput(overrides)).expect(201)
  return answer.body as Debt
}

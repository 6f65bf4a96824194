import { expect, test } from 'vitest'
import { aimOfPayer, type RunningPlan } from './aim.rules.ts'

const plan = (agreementId: string, open: [number, ...bigint[]][], charges: RunningPlan['charges'] = []): RunningPlan => ({ agreementId, open: open.map(([number, ...amounts]) => ({ number, amounts })), charges })
const pays = (agreementId: string, number: number) => ({ kind: 'installment', agreementId, number })

test.each([
  ['nothing running', 100n, [], null],
  ['one installment of that much', 100n, [plan('a', [[1, 300n], [2, 100n]])], pays('a', 2)],
  ['equal ones: the oldest', 100n, [plan('a', [[2, 100n], [3, 100n]])], pays('a', 2)],
  ['with its charges for delay', 105n, [plan('a', [[1, 100n, 105n], [2, 100n]])], pays('a', 1)],
  ['no such amount', 99n, [plan('a', [[1, 100n]])], null],
  ['two plans, one has it', 100n, [plan('a', [[1, 100n]]), plan('b', [[1, 90n]])], pays('a', 1)],
  ['two plans have it', 100n, [plan('a', [[1, 100n]]), plan('b', [[1, 100n]])], null],
  ['a charge of that much', 90n, [plan('a', [[1, 100n]], [{ txid: 'T', installmentNumber: 1 }])], { kind: 'charge', agreementId: 'a', txid: 'T' }],
  ['an installment before a charge', 100n, [plan('a', [[1, 90n], [2, 100n]], [{ txid: 'T', installmentNumber: 1 }])], pays('a', 2)],
  ['two charges of that much', 90n, [plan('a', [[1, 100n]], [{ txid: 'T', installmentNumber: 1 }, { txid: 'U', installmentNumber: 2 }])], null],
  ['a charge here, an installment there', 90n, [plan('a', [[1, 100n]], [{ txid: 'T', installmentNumber: 1 }]), plan('b', [[1, 90n]])], null],
])('%s', (_name, cents, plans, aim) => expect(aimOfPayer(cents, plans)).toEqual(aim))

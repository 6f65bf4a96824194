import { expect, test } from 'vitest'
import { payWindow } from './pay-window.ts'

// Examples A to G of CobDataDeVencimento.validadeAposVencimento, API Pix 2.9.0.
test.each([
  ['A', '2020-10-20', 4, '2020-10-26'],
  ['B', '2020-12-25', 0, '2020-12-28'],
  ['C', '2020-12-25', 1, '2020-12-29'],
  ['D', '2020-12-25', 3, '2020-12-31'],
  ['E', '2020-12-25', 4, '2021-01-04'],
  ['F', '2021-08-27', 5, '2021-09-01'],
  ['G', '2021-08-28', 5, '2021-09-06'],
])('example %s: due on %s with %d days more, payable until %s', (_, dataDeVencimento, validadeAposVencimento, lastOn) => {
  expect(payWindow({ dataDeVencimento, validadeAposVencimento }).lastOn).toBe(lastOn)
})

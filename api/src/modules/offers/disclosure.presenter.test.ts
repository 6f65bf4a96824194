import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import { expect, test } from 'vitest'
import { band, request, rule, sheetOf } from '../../core/offers/offers.fixture.ts'
import { presentDisclosure } from './disclosure.presenter.ts'

const creditor: CreditorCard = {
  id: 'creditor_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', legalName: 'Lojas Aurora Exemplo S.A.', tradeName: 'Lojas Aurora', cnpj: '11.AB0.001/0001-48',
  address: { street: 'Rua de Exemplo', number: '100', district: 'Centro', city: 'São Paulo', state: 'SP', postalCode: '01001000' },
  email: 'atendimento@aurora.exemplo.test', phone: '+551134567890', brand: { name: 'Lojas Aurora', color: '#7b2d8e' },
}
const disclose = (grant: Parameters<typeof rule>[0], id: string, footing: 'owed' | 'voluntary' = 'owed') => {
  const offers = sheetOf(request({ rules: [rule(grant)] }))
  return presentDisclosure(offers.options.find((option) => option.id === id)!, { offers, creditor, footing })
}

test('a plan with interest tells all that CDC 52 and 54-B ask for', () => {
  expect(disclose({}, 'installments-4')).toEqual({
    priceCents: 108_323, totalWithFinancingCents: 111_044, totalWithoutFinancingCents: 108_323,
    effectiveMonthlyRate: '1.00',
    cet: { yearly: '12.69', elements: [{ element: 'interest', cents: 2_721, text: 'Juros do parcelamento, 1% ao mês' }] },
    late: { feeBps: 200, interestMonthlyBps: 100, text: 'Uma parcela atrasada tem multa de 2%, uma vez, e juros de 1% ao mês, por dia de atraso.' },
    payments: { count: 4, periodicity: 'monthly', firstDueOn: '2026-12-21', lastDueOn: '2027-03-22' },
    creditor: { name: 'Lojas Aurora Exemplo S.A.', cnpj: '11.AB0.001/0001-48', address: 'Rua de Exemplo, 100, Centro, São Paulo/SP, CEP 01001-000', email: 'atendimento@aurora.exemplo.test', phone: '(11) 3456-7890' },
    standsUntil: '2026-11-26',
    payingAhead: 'Você pode pagar antes, no todo ou em parte, com redução proporcional dos juros (CDC, art. 52, §2º).',
    defaultConsequences: 'O acordo só termina por falta de pagamento se 2 parcelas passarem de 10 dias de atraso, depois de aviso de 5 dias. Se terminar, a dívida original volta, e o que foi pago continua contando.',
  })
})

test('without interest and charges it says so', () => {
  const told = disclose({ lateFeeBps: 0, defaultInterestMonthlyBps: 0 }, 'cash')
  expect(told).toMatchObject({ effectiveMonthlyRate: '0.00', cet: { yearly: '0.00', elements: [] }, payments: { count: 1, periodicity: 'single' }, late: { text: 'Uma parcela atrasada não tem multa nem juros.' } })
  expect(told.payingAhead).toContain('o valor é o mesmo')
})

test('a discount for paying early is told where there is one: the amount is not the same then', () => {
  const told = disclose({ installments: [band(2, 3, { earlyPayment: { discountBps: 500, daysBefore: 5 } })] }, 'installments-2')
  expect(told.payingAhead).toBe('Você pode pagar antes, no todo ou em parte. Cada parcela paga até 5 dias antes do vencimento tem 5% de desconto.')
})

test('a novation and a voluntary payment have other consequences', () => {
  const novation = disclose({ breakRule: { toleranceDays: 30, missedInstallments: 1, noticeDays: 10, effect: 'novation' }, installments: [band(2, 3)] }, 'installments-2')
  expect(novation.defaultConsequences).toBe('O acordo só termina por falta de pagamento se uma parcela passar de 30 dias de atraso, depois de aviso de 10 dias. Se terminar, fica em aberto só o que faltar do valor combinado, e o que foi pago continua contando.')
  expect(disclose({}, 'cash', 'voluntary').defaultConsequences).toContain('ninguém cobra por ele')
})

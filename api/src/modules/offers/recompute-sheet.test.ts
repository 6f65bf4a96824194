import fc from 'fast-check'
import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { expect, test } from 'vitest'
import { tableOf } from '../../core/interest/balance.fixture.ts'
import { buildOffers } from '../../core/offers/build-offers.ts'
import { band, debt, policy, request, rule } from '../../core/offers/offers.fixture.ts'
import type { OfferDebt, OfferRequest } from '../../core/offers/types.ts'
import type { DebtRecord } from '../debts/index.ts'
import { presentSheet } from './offers.presenter.ts'
import { recomputeSheet } from './recompute-sheet.ts'
import { gatherInputs, requestOf, type SheetInputs } from './sheet-inputs.ts'

const creditor: CreditorCard = {
  id: 'creditor_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', legalName: 'Lojas Aurora Exemplo S.A.', tradeName: 'Lojas Aurora', cnpj: '11.AB0.001/0001-48',
  address: { street: 'Rua de Exemplo', number: '100', district: 'Centro', city: 'São Paulo', state: 'SP', postalCode: '01001000' },
  email: 'atendimento@aurora.exemplo.test', phone: '+551134567890', brand: { name: 'Lojas Aurora', color: '#7b2d8e' },
}
const months = Array.from({ length: 130 }, (_, i) => BigInt((i * 271_828) % 1_500_000) - 200_000n)
const indices = { ...tableOf('ipca', '2018-01', months), ...tableOf('legal_interest', '2018-01', months.map((rate) => (rate < 0n ? 0n : rate))) }
const everything = rule({
  cash: { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 4_000 }, daysToPay: 5, later: [{ discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 1_000 }, daysToPay: 30 }] },
  installments: [band(2, 4, { earlyPayment: { discountBps: 500, daysBefore: 3 } }), band(5, 12, { monthlyRateBps: 120, amortization: 'simple', leastDownPaymentBps: 1_000 })],
  benefit: { text: 'Uma revisão grátis' }, repairs: { split: { times: 1, mostParts: 3 } },
  counterOffers: { monthlyDiscountRateBps: 100, leastPresentValueBps: 8_000, mostCount: 24 },
}, { campaign: 'NATAL' })

const charges = [
  {},
  { interestMethod: 'legal' as const, defaultInterestMonthlyBps: 0, correctionIndex: 'ipca' as const, indices },
  { correctionIndex: 'ipca' as const, indices },
  { correctionIndex: 'igpm' as const, indices: { ...indices, ...tableOf('igpm', '2018-01', months.slice(0, 30)) } },
]
const debts = fc.record({ principalCents: fc.bigInt(1_000n, 10n ** 9n), late: fc.integer({ min: -10, max: 1_500 }), own: fc.constantFrom(...charges), tags: fc.subarray(['a', 'b']), paid: fc.bigInt(0n, 1_000n) })
const requests: fc.Arbitrary<OfferRequest> = fc.record({
  today: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days)), drawn: fc.array(debts, { minLength: 1, maxLength: 3 }), campaign: fc.boolean(), proposed: fc.boolean(),
  wishes: fc.record({ dueDay: fc.integer({ min: 1, max: 31 }), monthlyBudgetCents: fc.bigInt(1n, 10n ** 6n), downPaymentCents: fc.bigInt(1n, 500n) }, { requiredKeys: [] }),
}).map(({ today, drawn, campaign, proposed, wishes }) =>
  request({
    today, ...wishes,
    regime: 'non_financial',
    policy: policy([everything, rule()], { runningCampaigns: campaign ? ['NATAL'] : [], projectIndices: true, audience: { debtCount: { min: 1 } } }),
    ...(proposed ? { proposal: { amounts: [900n, 50n], downPaymentCents: 900n } } : {}),
    debts: drawn.map(({ principalCents, late, own, tags, paid }, i) =>
      debt({ id: `0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0${i}`, product: 'school', tags, terms: { ...debt().terms, ...own, principalCents, dueOn: addDays(today, -late), payments: paid > 0n ? [{ paidOn: addDays(today, -late), cents: paid }] : [] } })),
  }))

const recordOf = (each: OfferDebt) => ({ ...each, externalId: `EX-${each.id.slice(-1)}`, description: 'Mensalidade', contractNumber: null, originalCreditor: null }) as unknown as DebtRecord
const inputsOf = (asked: OfferRequest): SheetInputs | null => {
  const built = buildOffers(asked)
  if (!built.ok) return null
  const named = { id: '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', version: 3, campaigns: [{ code: 'NATAL', name: 'Natal', endsOn: '2026-12-24' }] }
  return gatherInputs({ stamp: { id: named.id, createdAt: new Date('2026-11-21T15:00:00Z') }, creditor, policy: named, debts: asked.debts.map(recordOf), footing: 'owed', request: asked, offers: built.value })
}

test('a sheet from its inputs, kept as JSON, is the sheet as it was built, byte for byte', () => {
  let written = 0
  fc.assert(fc.property(requests, (asked) => {
    const inputs = inputsOf(asked)
    const built = buildOffers(asked)
    if (!inputs || !built.ok) return
    const again = recomputeSheet(JSON.parse(JSON.stringify(inputs)) as SheetInputs)
    if (!again.ok) throw new Error(again.error.code)
    expect(again.value.document).toBe(JSON.stringify(presentSheet(inputs, built.value)))
    expect(recomputeSheet(inputs)).toEqual(again)
    written += 1
  }))
  expect(written).toBeGreaterThan(50)
})

test('what is asked comes back from the inputs as it was', () => {
  const asked = request({ dueDay: 10, monthlyBudgetCents: 12_345n, downPaymentCents: 100n, proposal: { amounts: [900n], downPaymentCents: 0n } })
  const { indices: _none, ...terms } = requestOf(inputsOf(asked)!).debts[0]!.terms
  expect(terms).toEqual(asked.debts[0]?.terms)
  expect(requestOf(inputsOf(asked)!)).toMatchObject({ dueDay: 10, monthlyBudgetCents: 12_345n, downPaymentCents: 100n, proposal: { amounts: [900n] } })
})

test('floors are among the inputs and nowhere in the document', () => {
  const inputs = inputsOf(request({ policy: policy([everything], { runningCampaigns: ['NATAL'] }) }))
  const written = recomputeSheet(inputs!)
  expect(JSON.stringify(inputs)).toContain('leastPresentValueBps')
  expect(written.ok && written.value.document).not.toMatch(/PresentValue|counterOffers|leastDownPayment|leastInstallment/)
})

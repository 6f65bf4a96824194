import type { SimulatedPolicy, SimulationResult } from '@repactua/shared/contract/simulations.ts'
import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'

const NOBODY = { debts: 0, balanceCents: 0 }
const NOTHING = { ...NOBODY, discountCents: 0, totalCents: 0 }

function side(name: string, rule = 'Regra'): SimulatedPolicy {
  return {
    policy: { id: 'policy_0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', name, version: null, status: 'draft' },
    reached: NOBODY, unreached: { debts: 3, balanceCents: 5 }, withoutOffer: NOBODY, indexMissing: 1, nothingOwed: 0, cash: NOTHING, plans: NOTHING,
    rules: [{ name: rule, ...NOBODY, withoutOffer: NOBODY, offers: [{ kind: 'cash', count: null, dueOn: '2026-11-27', ...NOTHING }, { kind: 'installments', count: { min: 2, max: 6 }, dueOn: null, ...NOTHING }], plans: NOTHING }],
    expected: { cashInCents: 123_456_789, discountCents: 0, months: [] },
  }
}

function linesOf(result: Partial<SimulationResult>): string[] {
  return writeCsv({ debts: 4, barred: 0, draft: side('Nova'), inForce: null, ...result }).slice(1).split('\r\n')
}

test('each side stands under its own name, money in reais', () => {
  const lines = linesOf({ inForce: side('Atual') })
  expect(lines).toContain('simulada;Nova;carteira;Fora de todas as regras;;;3;0,05;;;;;')
  expect(lines).toContain('em_vigor;Atual;carteira;Previsto com as adesões informadas;;;;;0,00;;;;1234567,89')
  expect(lines).toContain('em_vigor;Atual;oferta;Regra;2 a 6 vezes;;0;0,00;0,00;0,00;;;')
  expect(lines).toContain('em_vigor;Atual;oferta;Regra;à vista até 27/11/2026;;0;0,00;0,00;0,00;;;')
  expect(lines.at(-1)).toBe('')
  expect(new Set(lines.filter(Boolean).map((line) => line.split(';').length))).toEqual(new Set([13]))
})

test.each(['=1+1', '+55', '-2', '@SUM', ' =1', '＝1', '\t1'])('%j is text to a spreadsheet, never a formula', (name) => {
  expect(linesOf({ draft: side('Nova', name) })).toContain(`simulada;Nova;regra;'${name};;;0;0,00;;;;;`)
})

test('quotes and semicolons stay inside their cell', () => {
  expect(linesOf({ draft: side('A "b"; c') })[4]).toMatch(/^simulada;"A ""b""; c";carteira;/)
})

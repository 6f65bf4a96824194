import { expect, test } from 'vitest'
import { chargeViolations } from './charge-violations.ts'

const GOOD = {
  calendario: { dataDeVencimento: '2026-12-10', validadeAposVencimento: 30 },
  devedor: { cpf: '12345678909', nome: 'Francisco da Silva', logradouro: 'Alameda Souza, 80', cidade: 'Recife', uf: 'PE', cep: '70011750' },
  valor: {
    original: '123.45',
    multa: { modalidade: 2, valorPerc: '2.00' },
    juros: { modalidade: 3, valorPerc: '1.00' },
    abatimento: { modalidade: 1, valorPerc: '10.00' },
    desconto: { modalidade: 1, descontoDataFixa: [{ data: '2026-12-10', valorPerc: '5.00' }] },
  },
  chave: 'a@exemplo.test',
  solicitacaoPagador: 'Parcela 1 de 6',
}
const CONTEXT = { createdOn: '2026-11-21', keys: ['a@exemplo.test'], isTaken: (id: number) => id === 7 }

test('a charge that keeps the rules breaks none', () => {
  expect(chargeViolations(GOOD, CONTEXT)).toEqual([])
  expect(chargeViolations({ ...GOOD, devedor: { cnpj: '58900633120711', nome: 'Empresa' } }, CONTEXT)).toEqual([])
  expect(chargeViolations({ ...GOOD, valor: { original: '0.01' } }, CONTEXT)).toEqual([])
  expect(chargeViolations({ ...GOOD, loc: { id: 3 } }, { ...CONTEXT, locationId: 3 })).toEqual([])
})

test.each([
  ['a due date before the day it was made', { calendario: { dataDeVencimento: '2026-11-20' }, valor: { original: '9.00' } }, 'cobv.calendario.dataDeVencimento'],
  ['a due date that does not exist', { calendario: { dataDeVencimento: '2026-02-30' }, valor: { original: '9.00' } }, 'cobv.calendario.dataDeVencimento'],
  ['less than no days after it', { calendario: { dataDeVencimento: '2026-12-10', validadeAposVencimento: -1 } }, 'cobv.calendario.validadeAposVencimento'],
  ['days in quotes', { calendario: { dataDeVencimento: '2026-12-10', validadeAposVencimento: '3' } }, 'cobv.calendario.validadeAposVencimento'],
  ['both CPF and CNPJ', { devedor: { cpf: '12345678909', cnpj: '58900633120711', nome: 'A' } }, 'cobv.devedor'],
  ['neither of them', { devedor: { nome: 'A' } }, 'cobv.devedor'],
  ['a CPF of ten digits', { devedor: { cpf: '1234567890', nome: 'A' } }, 'cobv.devedor'],
  ['no name', { devedor: { cpf: '12345678909' } }, 'cobv.devedor'],
  ['a postal code with a dash', { devedor: { ...GOOD.devedor, cep: '70011-750' } }, 'cobv.devedor'],
  ['an amount of zero', { valor: { original: '0.00' } }, 'cobv.valor.original'],
  ['an amount as a number', { valor: { original: 12 } }, 'cobv.valor.original'],
  ['one digit of cents', { valor: { original: '12.3' } }, 'cobv.valor.original'],
  ['a fine of an unknown kind', { valor: { original: '9.00', multa: { modalidade: 3, valorPerc: '2.00' } } }, 'cobv.valor.multa'],
  ['a kind in quotes', { valor: { original: '9.00', multa: { modalidade: '2', valorPerc: '2.00' } } }, 'cobv.valor.multa'],
  ['interest without its rate', { valor: { original: '9.00', juros: { modalidade: 3 } } }, 'cobv.valor.juros'],
  ['a rebate as high as the original', { valor: { original: '9.00', abatimento: { modalidade: 1, valorPerc: '9.00' } } }, 'cobv.valor.abatimento'],
  ['a rebate of 100 %', { valor: { original: '9.00', abatimento: { modalidade: 2, valorPerc: '100.00' } } }, 'cobv.valor.abatimento'],
  ['a key of somebody else', { chave: 'b@exemplo.test' }, 'cobv.chave'],
  ['no key', { chave: undefined }, 'cobv.chave'],
  ['a request of 141 letters', { solicitacaoPagador: 'a'.repeat(141) }, 'cobv.solicitacaoPagador'],
  ['a note without a name', { infoAdicionais: [{ valor: 'A' }] }, 'cobv.infoAdicionais'],
  ['a location that does not exist', { loc: { id: 8 } }, 'cobv.loc.id'],
  ['a location of another charge', { loc: { id: 7 } }, 'cobv.loc.id'],
])('refused: %s', (_, change, propriedade) => {
  expect(chargeViolations({ ...GOOD, ...change }, CONTEXT)).toEqual([expect.objectContaining({ propriedade })])
})

test.each([
  ['no dates', { modalidade: 1, descontoDataFixa: [] }, 'vazio ou nulo'],
  ['four dates', { modalidade: 1, descontoDataFixa: Array.from({ length: 4 }, () => ({ data: '2026-12-01', valorPerc: '1.00' })) }, 'schema'],
  ['a date and a rate', { modalidade: 2, valorPerc: '1.00', descontoDataFixa: [{ data: '2026-12-01', valorPerc: '1.00' }] }, 'valorPerc encontra-se preenchido'],
  ['a date after the due date', { modalidade: 1, descontoDataFixa: [{ data: '2026-12-11', valorPerc: '1.00' }] }, 'posterior'],
  ['as much as the original', { modalidade: 1, descontoDataFixa: [{ data: '2026-12-01', valorPerc: '123.45' }] }, 'maior ou igual'],
  ['100 %', { modalidade: 2, descontoDataFixa: [{ data: '2026-12-01', valorPerc: '100.00' }] }, 'maior ou igual'],
  ['days ahead without a rate', { modalidade: 5 }, 'não está preenchido'],
  ['days ahead with dates', { modalidade: 3, valorPerc: '1.00', descontoDataFixa: [] }, 'preenchido ou não nulo'],
  ['an unknown kind', { modalidade: 7, valorPerc: '1.00' }, 'schema'],
])('a discount refused: %s', (_, desconto, reason) => {
  const violations = chargeViolations({ ...GOOD, valor: { original: '123.45', desconto } }, CONTEXT)
  expect(violations).toEqual([{ propriedade: 'cobv.valor.desconto', razao: expect.stringContaining(reason) as string }])
})

test.each([undefined, null, 3, 'x', [], {}])('refused, not thrown: %j', (body) => {
  expect(chargeViolations(body, CONTEXT).length).toBeGreaterThan(3)
})

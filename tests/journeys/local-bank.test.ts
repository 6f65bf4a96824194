import { staticBrCode } from '@repactua/api/core/pix/br-code.ts'
import { afterAll, expect, test } from 'vitest'
import { bankCustomer } from '../support/bank-customer.ts'
import { launchBrowser } from '../support/browser.ts'
import { localBank } from '../support/local-bank.ts'
import { createMovableClock } from '../support/movable-clock.ts'
import { PHONE, violationsOn } from './visit.ts'

const KEY = 'a@exemplo.test'
const HOLDER = { cnpj: '58900633120711', nome: 'Empresa de Exemplo SA', nomeFantasia: 'Lojas <Exemplo>', logradouro: 'Rua de Exemplo, 100', cidade: 'São Paulo', uf: 'SP', cep: '01000000' }
const clock = createMovableClock(new Date('2026-11-21T15:00:00.000Z'))
const bank = await localBank({ clock })
const access = await bank.openAccount({ holder: HOLDER, keys: [KEY] })
const browser = await launchBrowser()
afterAll(() => browser.close())

test('a person pays a late charge by one button, by a link with its code, and has it reversed', async () => {
  const code = await charge('charge00000000000000000001', '2026-11-23')
  clock.moveTo('2026-11-25T15:00:00.000Z')
  const page = await browser.newPage({ viewport: PHONE })
  await page.goto(bank.pageUrl)
  expect(await page.getByText('Dinheiro de mentira.').isVisible()).toBe(true)
  await page.getByText('Por que esse valor?').click()
  expect(await page.getByText('Multa').locator('..').textContent()).toContain('R$\u00a02,00')
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Pix copia e cola').fill(code)
  await page.getByRole('button', { name: 'Continuar' }).click()
  expect(new URL(page.url()).searchParams.get('codigo')).toBe(code)
  expect(await page.getByRole('heading', { name: 'Lojas <Exemplo>' }).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Pagar R$\u00a0102,07' }).click()
  expect(await page.getByRole('status').textContent()).toContain('R$\u00a0102,07 para Lojas <Exemplo>')
  expect(await page.getByText('Nenhuma cobrança aberta.').isVisible()).toBe(true)
  await page.goto(`${bank.pageUrl}/?codigo=${encodeURIComponent(code)}`)
  expect(await page.getByText('Esta cobrança já foi paga.').isVisible()).toBe(true)
  await page.goto(bank.pageUrl)
  await page.getByRole('button', { name: 'Devolver (MED)' }).click()
  expect(await page.getByRole('status').textContent()).toContain('O dinheiro voltou')
  expect(await page.getByText('Voltaram R$\u00a0102,07.').isVisible()).toBe(true)
  expect(await violationsOn(page)).toEqual([])
})

test('a static code is paid to any key, and what is no code is said to be none', async () => {
  const page = await browser.newPage({ viewport: PHONE })
  const code = staticBrCode({ key: 'outra@exemplo.test', merchantName: 'Loja de Outro Banco', merchantCity: 'Recife', amountCents: 1_990n, txid: 'P1' })
  await page.goto(`${bank.pageUrl}/?codigo=${encodeURIComponent(code)}`)
  await page.getByRole('button', { name: 'Pagar R$\u00a019,90' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Chave outra@exemplo.test, de outro banco')
  await page.goto(`${bank.pageUrl}/?codigo=abc`)
  expect(await page.getByRole('heading', { name: 'Este código não serve' }).isVisible()).toBe(true)
})

test('a person reads what Pix Automático asks for, allows it, is debited and takes leave back', async () => {
  const customer = await bankCustomer(access)
  const { body: rec } = await customer.call('POST', '/rec', {
    vinculo: { contrato: 'AC-1', objeto: 'Acordo AC-1', devedor: { cpf: '52998224725', nome: 'Marina Alves Teixeira' } },
    calendario: { dataInicial: '2026-12-10', periodicidade: 'MENSAL' },
    valor: { valorRec: '89.90' },
    politicaRetentativa: 'NAO_PERMITE',
  })
  const page = await browser.newPage({ viewport: PHONE })
  await page.goto(bank.pageUrl)
  expect(await page.getByText('Um débito por mês, a partir de 10/12/2026.').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Autorizar' }).click()
  await page.getByRole('heading', { name: 'Feito' }).waitFor()
  await customer.call('PUT', '/cobr/debit0000000000000000000001', { idRec: rec['idRec'], calendario: { dataDeVencimento: '2026-12-10' }, valor: { original: '89.90' }, recebedor: { conta: '1', tipoConta: 'CORRENTE' } })
  await page.goto(bank.pageUrl)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Debitar agora' }).click()
  await page.getByRole('heading', { name: 'Feito' }).waitFor()
  expect(await customer.call('GET', '/cobr/debit0000000000000000000001')).toMatchObject({ body: { status: 'CONCLUIDA' } })
  await page.getByRole('button', { name: 'Cancelar esta autorização' }).click()
  await page.getByRole('heading', { name: 'Feito' }).waitFor()
  expect(await customer.call('GET', `/rec/${String(rec['idRec'])}`)).toMatchObject({ body: { status: 'CANCELADA' } })
})

async function charge(txid: string, dataDeVencimento: string): Promise<string> {
  const customer = await bankCustomer(access)
  const made = await customer.call('PUT', `/cobv/${txid}`, {
    calendario: { dataDeVencimento },
    devedor: { cpf: '52998224725', nome: 'Marina Alves Teixeira' },
    valor: { original: '100.00', multa: { modalidade: 2, valorPerc: '2.00' }, juros: { modalidade: 3, valorPerc: '1.00' } },
    chave: KEY,
    solicitacaoPagador: 'Parcela 1 de 6',
  })
  return String(made.body['pixCopiaECola'])
}

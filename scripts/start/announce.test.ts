import { expect, test } from 'vitest'
import { announcement } from './announce.ts'

const demo = {
  portal: 'http://localhost:3000',
  api: 'http://localhost:3000',
  docs: 'http://localhost:3000/docs',
  mail: 'http://localhost:1080',
  bank: 'http://localhost:1081',
  carriers: 'http://localhost:1082',
  clientId: 'client_1',
  clientSecret: 'secret',
  debtors: [{ cpf: '12345678909', shows: 'desconto à vista' }],
}

test('the last line is the demo as JSON, for programs', () => {
  const lines = announcement(demo).split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual(demo)
})

test('the block for people names each address and person', () => {
  const block = announcement(demo).split('\n').slice(0, -1).join('\n')
  for (const word of [demo.docs, demo.mail, demo.bank, demo.carriers, '12345678909', 'desconto à vista', 'client_1', 'secret']) {
    expect(block).toContain(word)
  }
})

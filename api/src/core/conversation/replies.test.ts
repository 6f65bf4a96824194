import { expect, test } from 'vitest'
import { REPLIES, writeReply, type Language, type ReplyKey } from './replies.ts'

const LONG = {
  creditor: 'Loja Aurora', link: 'https://negocie.exemplo.com.br/m/aB3dE6gH9k', site: 'https://negocie.exemplo.com.br', amount: 'R$ 12.345,67', day: '31/12/2026', days: '15',
  when: 'Respondemos a partir de 23/11, às 9h.', options: '1) À vista R$ 1.000,00',
}
const ALL = (['pt', 'en'] as const).flatMap((language) => (Object.keys(REPLIES.pt) as ReplyKey[]).map((key) => [language, key] as const))
/** What needs a proof of identity and a creditor that tells amounts is never sent by SMS. */
const WHATSAPP_ALONE = ['options', 'balance']

test.each(ALL)('%s %s: no hole, no threat, no shouting, a way on', (language: Language, key: ReplyKey) => {
  const text = writeReply(language, key, LONG)
  expect(text).not.toMatch(/[{}]|!|inadimpl|negativ|serasa|spc|protest|processo|última|urgente|dívida|debt/i)
  expect(text).toMatch(/PESSOA|AGENT|pessoa|person|https:|\bOI\b|\bHI\b|SAIR|STOP/)
})

test.each(ALL.filter(([, key]) => !WHATSAPP_ALONE.includes(key)))('%s %s is one SMS', (language, key) => {
  expect(writeReply(language, key, LONG).length).toBeLessThanOrEqual(138)
})

test('a value that is missing is a fault', () => {
  expect(() => writeReply('pt', 'balance', {})).toThrow('amount')
})

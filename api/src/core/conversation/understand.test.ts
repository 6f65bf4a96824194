import { expect, test } from 'vitest'
import { languageOf } from './language-of.ts'
import { normaliseSentence } from './normalise-sentence.ts'
import { INTENTS } from './phrases.ts'
import { SENTENCES } from './sentences.fixture.ts'
import { understand } from './understand.ts'

const SATURDAY = '2026-11-21'

test.each(SENTENCES)('%s: %s', (meant, sentence) => {
  const { intent, choice, day } = understand(sentence, SATURDAY)
  const spoken = day === null || day === 'unclear' ? day : day.day
  expect([intent, ...(choice === null ? [] : [`#${choice}`]), ...(spoken === null ? [] : [`@${spoken}`])].join(' ')).toBe(meant)
})

test('there are sentences of every intent, and many', () => {
  expect(SENTENCES.length).toBeGreaterThan(200)
  const seen = new Set(SENTENCES.map(([meant]) => meant.split(' ')[0]))
  for (const intent of INTENTS) expect(seen).toContain(intent)
})

test('a sentence is the same however it is shouted, stretched or dotted', () => {
  for (const [, sentence] of SENTENCES) {
    const plain = understand(sentence, SATURDAY)
    expect(understand(sentence.toUpperCase(), SATURDAY)).toEqual(plain)
    expect(understand(`  ${sentence} !!! 😀`, SATURDAY)).toEqual(plain)
  }
})

test('a wish to hear no more wins over every sentence it is added to', () => {
  for (const [, sentence] of SENTENCES) expect(understand(`${sentence}. pare de mandar mensagem`, SATURDAY).intent).toBe('stop')
})

test('two wishes that do not go together are none', () => {
  expect(understand('quero negociar mas ja paguei e o valor esta errado', SATURDAY).intent).toBe('unknown')
})

test('what nobody would write is read in no time', () => {
  const started = performance.now()
  understand('quanto '.repeat(100_000), SATURDAY)
  expect(performance.now() - started).toBeLessThan(500)
})

test.each([
  ['Qto eu TÔ devendo??', ['quanto', 'eu', 'estou', 'devendo']],
  ['pago R$ 1.500,00 dia 10-12', ['pago', 'dia', '10/12']],
  ['👍', ['ok']],
  ['nãããão 🛑', ['nao', 'pare']],
  ['pf/vc', ['por', 'favor', 'voce']],
])('%s is read as %j', (sentence, words) => expect(normaliseSentence(sentence)).toEqual(words))

test.each([
  ['how much do I owe', 'en'],
  ['quanto eu devo', 'pt'],
  ['hello', 'en'],
  ['stop', null],
  ['1', null],
])('%s is written in %s', (sentence, language) => expect(languageOf(sentence)).toBe(language))

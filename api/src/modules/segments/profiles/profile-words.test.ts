import { SCORE_FACTORS } from '@repactua/shared/contract/segments.ts'
import { expect, test } from 'vitest'
import { BUILT_IN_RULES } from '../../../core/segments/built-in-rules.ts'
import { profileOf } from '../../../core/segments/profile.ts'
import { STRANGER } from '../../../core/segments/segments.fixture.ts'
import { BAND_TEXTS, IMPORTANCE_TEXTS, LINES, lineText, sourceText, usesOf } from './profile-words.ts'

const profile = profileOf(STRANGER, BUILT_IN_RULES)
const uploaded = { version: 1, band: 'high', score: 312, reasons: [], source: 'Bureau de Exemplo', validUntil: '2026-12-31' } as const

test.each(SCORE_FACTORS.map((factor) => [factor] as const))('%s is said in a sentence for none, one and many', (factor) => {
  for (const measure of [0, 1, 7]) expect(lineText({ factor, measure })).toMatch(/^[A-ZÚ].+\.$/)
  expect(LINES[factor].comesFrom).toMatch(/\.$/)
})

test('a number that is shown is the one that was counted', () => {
  expect(lineText({ factor: 'overdueDays', measure: 256 })).toBe('O que está em aberto há mais tempo venceu há 256 dias.')
  expect(lineText({ factor: 'delays', measure: 1 })).toContain('foi a única')
})

test('where reasons were not given, the person is told so and whom to ask', () => {
  expect(sourceText(profile)).toContain('soma pontos')
  expect(sourceText({ ...profile, bandSource: 'debts' })).toContain('sem dizer os motivos')
  expect(sourceText({ ...profile, bandSource: 'uploaded', uploaded })).toMatch(/Bureau de Exemplo.*31\/12\/2026.*não disse os motivos/)
  expect(sourceText({ ...profile, bandSource: 'uploaded', uploaded: { ...uploaded, reasons: ['Contas em dia'] } })).toContain('informou os motivos')
})

test('what it is used for is said of this person', () => {
  expect(usesOf({ ...profile, graceDays: 5 })[0]).toContain('no seu caso, 5 dias')
  expect(usesOf({ ...profile, graceDays: 1 })[0]).toContain('no seu caso, 1 dia.')
  expect(usesOf({ ...profile, graceDays: 0 })[0]).toContain('pode vir logo')
  expect(usesOf({ ...profile, bandSource: 'debts' })).toHaveLength(3)
})

test('no text shames, threatens or shouts', () => {
  const texts = [...Object.values(BAND_TEXTS), ...Object.values(IMPORTANCE_TEXTS), ...SCORE_FACTORS.flatMap((factor) => [0, 1, 7].map((measure) => lineText({ factor, measure })))]
  expect(texts.filter((text) => /!|inadimplente|devedor|mau pagador|caloteiro|últim[ao] chance/i.test(text))).toEqual([])
})

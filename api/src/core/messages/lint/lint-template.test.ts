import { LINT_RULES, type TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import { expect, test } from 'vitest'
import { BAD, FINE, GOOD, withText } from './lint-vectors.fixture.ts'
import { lintTemplate } from './lint-template.ts'

const rulesOf = (template: TemplateInput, known: Parameters<typeof lintTemplate>[1] = null) => lintTemplate(template, known).map(({ rule }) => rule)

test.each(BAD)('%s catches, in the %s: %s', (rule, place, text) => {
  const findings = lintTemplate(withText(place, text), null).filter((one) => one.rule === rule)
  expect(findings.map(({ severity }) => severity)).toContain('error')
  expect(findings[0]).toMatchObject({ pointer: expect.stringContaining('/content/') as string, source: expect.stringMatching(/.+/) as string, instead: expect.stringMatching(/.+/) as string })
})

test('the good one has nothing to mend', () => expect(lintTemplate(GOOD, null)).toEqual([]))
test.each(FINE)('fine in the %s: %s', (place, text) => expect(lintTemplate(withText(place, text), null).filter(({ rule }) => rule !== 'unused-variable')).toEqual([]))

test('there is a bad text for each rule that a single text can break', () => {
  const ofTheWhole = ['amount-without-permission', 'unused-variable', 'key-taken', 'nothing-said']
  expect(new Set([...BAD.map(([rule]) => rule), ...ofTheWhole])).toEqual(new Set(LINT_RULES))
})

test('what is found is shown with what stands around it, in the letters of the text', () => {
  const [first] = lintTemplate(withText('paragraph', 'Olá, {{firstName}}. Não seja CALOTEIRO, por favor, e veja as opções.'), null)
  expect(first).toMatchObject({ rule: 'shame', pointer: '/content/email/paragraphs/1', excerpt: 'rstName}}. Não seja CALOTEIRO, por favor, e veja ' })
})

const withAmount = (content: TemplateInput['content'], allowsAmounts: boolean): TemplateInput => ({ ...GOOD, allowsAmounts, variables: [{ name: 'totalCents', type: 'cents' }], content })

test('amounts stand where they are allowed and nobody else reads', () => {
  const inMail = { email: { ...GOOD.content.email!, preheader: 'Veja.', paragraphs: ['São {{totalCents}}.'] } }
  const inSubject = { email: { ...GOOD.content.email!, preheader: 'Veja.', subject: 'São {{totalCents}}' } }
  expect(rulesOf(withAmount(inMail, false))).toEqual(['amount-without-permission'])
  expect(rulesOf(withAmount(inMail, true))).toEqual([])
  expect(rulesOf(withAmount(inSubject, true))).toEqual(['amount-without-permission'])
})

test('under a key of the house only its purpose and its variables hold', () => {
  const known = { purpose: 'service', variables: [{ name: 'dueOn', type: 'day' }] } as const
  expect(rulesOf(GOOD, known)).toEqual(['key-taken', 'unknown-variable'])
})

test('a name twice, one that nobody uses, and nothing at all are found', () => {
  expect(rulesOf({ ...GOOD, variables: [...GOOD.variables, { name: 'lastOn', type: 'text' }, { name: 'link', type: 'text' }, { name: 'count', type: 'count' }] })).toEqual(['unknown-variable', 'unknown-variable', 'unused-variable'])
  expect(rulesOf({ ...GOOD, content: {} })).toEqual(['nothing-said'])
})

test('a service’s own words are no threat under its key', () => {
  const told = { ...withText('paragraph', 'O serviço fica suspenso até {{lastOn}}.'), key: 'service-limited', purpose: 'service' as const }
  expect(rulesOf(told)).toEqual([])
})

test('one exclamation mark far from money is a matter of taste', () => {
  expect(lintTemplate(withText('paragraph', 'Que bom ter você aqui!'), null)).toMatchObject([{ rule: 'shouting', severity: 'warning' }])
})

test('a text as long as may be is read in no time', () => {
  const long = withText('paragraph', 'inclui bit report to passe mande '.repeat(18))
  const start = performance.now()
  lintTemplate(long, null)
  expect(performance.now() - start).toBeLessThan(100)
})

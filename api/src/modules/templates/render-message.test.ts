import { CHANNELS } from '@repactua/shared/contract/messaging.ts'
import { LANGUAGES } from '@repactua/shared/contract/message-templates.ts'
import { expect, test } from 'vitest'
import { gsm7Length, outsideGsm7, toGsm7 } from '../../core/messages/gsm7.ts'
import { BUILT_INS } from './built-in/built-ins.ts'
import { lintText } from './lint-text.ts'
import type { MessageTemplate, MessageValues } from './message-template.ts'
import { channelsOf, renderMessage } from './render-message.ts'
import { sampleValues } from './sample-values.ts'

const CREDITOR = { creditorName: 'Lojas Aurora', creditorDocument: '11.222.333/0001-81', creditorAddress: 'Rua de Exemplo, 100, Centro, São Paulo, SP, 01001-000', publicUrl: 'https://acordos.exemplo.test' }
const every = [...BUILT_INS.values()].flatMap((template) => LANGUAGES.flatMap((language) => channelsOf(template, language).map((channel) => ({ template, language, channel, name: `${template.key} ${language} ${channel}` }))))
const valuesOf = (template: MessageTemplate, language: MessageValues['language'] = 'pt-BR') => sampleValues(template, language, CREDITOR)
const the = (key: string) => BUILT_INS.get(key)!
const withText = (text: string): MessageValues => ({ ...valuesOf(the('conversation-reply')), text })

test.each(every)('$name has all its words', ({ template, language, channel }) => {
  const message = renderMessage(template, channel, valuesOf(template, language))
  expect(JSON.stringify(message)).not.toMatch(/\{\{|\}\}|undefined/)
})

test('the house has a text for every channel, and an agent’s answer for those that people write by', () => {
  for (const template of BUILT_INS.values()) {
    for (const language of LANGUAGES) expect(channelsOf(template, language)).toEqual(template.key === 'conversation-reply' ? ['email', 'sms', 'whatsapp'] : CHANNELS)
  }
})

test.each([...BUILT_INS.values()])('the rules find nothing in $key', ({ key, purpose, texts }) => {
  for (const text of Object.values(texts)) expect(lintText({ ...text, key, purpose, variables: [...text.variables] })).toEqual([])
})

const LONGEST = { firstName: 'Maximilianaaa da Silva', creditorName: 'Companhia Exemplar Aguas, Energia e Telefonia', link: `https://acordos.exemplo.com.br/m/${'k'.repeat(18)}`, dueOn: '2026-09-30', lastOn: '2026-09-30', promisedOn: '2026-09-30' }
const sms = every.filter(({ template, channel }) => channel === 'sms' && template.key !== 'conversation-reply')

test.each(sms)('$name fits one message with the longest names, days and link of 51', ({ template, language }) => {
  const { text, parts } = renderMessage(template, 'sms', { ...valuesOf(template, language), ...LONGEST })
  expect(gsm7Length(text)).toBeLessThanOrEqual(160)
  expect(parts).toBe(1)
  expect(toGsm7(text)).toBe(text)
  expect(outsideGsm7(template.texts[language]!.content.sms!.text)).toEqual([])
})

test('a text message without links tells of the site', () => {
  const template = the('debt-offer')
  const text = template.texts['pt-BR']!
  const linkFree = { ...template, texts: { 'pt-BR': { ...text, content: { ...text.content, sms: { ...text.content.sms!, linkFree: true } } } } }
  expect(renderMessage(linkFree, 'sms', valuesOf(template)).text).toBe('Lojas Aurora: Ana, há novas opções para você escolher. Entre no site que você já conhece. Cod ABCD-2345. PARE p/ sair'.replaceAll('ç', 'c').replace('há', 'ha').replaceAll('õ', 'o').replaceAll('ê', 'e').replace('já', 'ja'))
})

test('values are escaped, and what looks like a placeholder in them stays as it is', () => {
  const { html, text, subject } = renderMessage(the('conversation-reply'), 'email', withText('<img src=x onerror=1> & "{{link}}"\nDuas linhas'))
  expect(html).toContain('&lt;img src=x onerror=1&gt; &amp; &quot;{{link}}&quot;<br />Duas linhas')
  expect(html).not.toContain('<img')
  expect(text).toContain('<img src=x onerror=1> & "{{link}}"\nDuas linhas')
  expect(subject).toBe('Uma resposta para você')
})

test('an e-mail says its language, has one heading, loads nothing and leads to three places', () => {
  const { html, text } = renderMessage(the('debt-last-days'), 'email', valuesOf(the('debt-last-days'), 'en'))
  expect(html).toContain('<html lang="en"')
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).not.toMatch(/<img|<link|@import|url\(|<script/)
  const ways = [...html.matchAll(/href="([^"]+)"/g)].map(([, way]) => way)
  expect(ways).toEqual(['https://acordos.exemplo.test/m/exemplo', 'https://acordos.exemplo.test/mensagens/ABCD-2345', 'https://acordos.exemplo.test/descadastro/exemplo'])
  for (const way of ways) expect(text).toContain(way)
  for (const identity of [CREDITOR.creditorName, CREDITOR.creditorDocument, CREDITOR.creditorAddress]) expect([html.includes(identity), text.includes(identity)]).toEqual([true, true])
  expect(text).toContain('until 10 December')
})

test('WhatsApp’s parameters come in the order of the text', () => {
  const message = renderMessage(the('promise-near'), 'whatsapp', valuesOf(the('promise-near')))
  expect(message).toMatchObject({ templateName: 'promise_near', language: 'pt_BR', parameters: ['Lojas Aurora', '11.222.333/0001-81', 'Ana', '10 de dezembro', 'https://acordos.exemplo.test/m/exemplo', 'ABCD-2345'] })
  expect(renderMessage(the('conversation-reply'), 'whatsapp', withText('1. Ver\n2. Pagar'))).toEqual({ templateName: null, language: 'pt_BR', parameters: [], text: '1. Ver\n2. Pagar' })
})

test('push leads to the link; a voice says no line breaks', () => {
  expect(renderMessage(the('promise-near'), 'push', valuesOf(the('promise-near')))).toEqual({ title: 'Um lembrete para 10 de dezembro', body: 'O dia que você escolheu está chegando.', url: 'https://acordos.exemplo.test/m/exemplo' })
  expect(renderMessage(the('promise-near'), 'voice', valuesOf(the('promise-near'))).text).toMatch(/^Olá\. Aqui é Lojas Aurora, com um recado para Ana\. /)
})

test('in a language that it lacks, a template speaks Portuguese', () => {
  const { key, purpose, texts } = the('debt-offer')
  const portuguese: MessageTemplate = { key, purpose, texts: { 'pt-BR': texts['pt-BR']! } }
  expect(renderMessage(portuguese, 'push', valuesOf(portuguese, 'en')).title).toBe('Há uma novidade para você')
})

test('a value or a channel that is absent is a fault', () => {
  const { lastOn: _, ...values } = valuesOf(the('debt-last-days'))
  expect(() => renderMessage(the('debt-last-days'), 'push', values as MessageValues)).toThrow('{{lastOn}} has no value')
  expect(() => renderMessage(the('conversation-reply'), 'push', withText('oi'))).toThrow('no text for push')
})

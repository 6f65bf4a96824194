import { LANGUAGES, type Language } from '@repactua/shared/contract/message-templates.ts'
import { BUILT_INS, channelsOf, renderMessage, sampleValues } from '@repactua/api/modules/templates/index.ts'

export const PUBLIC_URL = 'https://acordos.exemplo.com.br'
const CREDITOR = { creditorName: 'Lojas Aurora', creditorDocument: '11.222.333/0001-81', creditorAddress: 'Rua de Exemplo, 100, Centro, São Paulo/SP, CEP 01001-000', publicUrl: PUBLIC_URL }
/** As long as a text message may have to carry: names that are cut, the longest day, a link of 51. */
const LONGEST = { firstName: 'Maximilianaaa', creditorName: 'Companhia Exemplar Aguas do Sul', link: `${PUBLIC_URL}/m/${'k'.repeat(18)}`, lastOn: '2026-09-30', dueOn: '2026-09-30', promisedOn: '2026-09-30' }

export interface HouseMail {
  name: string
  html: string
}

export interface SmsLength {
  name: string
  parts: number
  sample: number
  longest: number
  text: string
}

/** Every e-mail of the house with invented values, in both languages. */
export function houseMails(): HouseMail[] {
  return each('email').map(({ template, language }) => ({ name: `${template.key}.${language}`, html: renderMessage(template, 'email', sampleValues(template, language, CREDITOR)).html }))
}

/** How long each text message of the house is, with common values and with the longest. */
export function smsLengths(): SmsLength[] {
  return each('sms').map(({ template, language }) => {
    const values = sampleValues(template, language, CREDITOR)
    const { text } = renderMessage(template, 'sms', values)
    const longest = renderMessage(template, 'sms', { ...values, ...LONGEST })
    return { name: `${template.key}.${language}`, parts: longest.parts, sample: text.length, longest: longest.text.length, text }
  })
}

function each(channel: 'email' | 'sms') {
  return [...BUILT_INS.values()].flatMap((template) => LANGUAGES.filter((language: Language) => channelsOf(template, language).includes(channel)).map((language) => ({ template, language })))
}

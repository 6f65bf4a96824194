import type { TemplateInput, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import type { Purpose } from '@repactua/shared/contract/messaging.ts'
import { brokenBraces, placeholdersOf } from '../placeholders.ts'
import { STANDARD_SLOTS } from '../standard-slots.ts'
import type { Field } from './fields.ts'
import { finding, type Finding } from './finding.ts'

/** What the house promises under a key: whoever sends it gives these values and no others. */
export interface KnownKey {
  purpose: Purpose
  variables: readonly TemplateVariable[]
}

const STANDARD = new Map(STANDARD_SLOTS.map(({ name, type }) => [name, type]))
const URL_PLACES = /\/paragraphs\/|\/sms\/|\/whatsapp\//
const LINES_PLACES = /\/paragraphs\//

/** Whether every placeholder is known and stands where its kind of value may, and amounts only where they are allowed. */
export function checkVariables({ key, purpose, variables, allowsAmounts, content }: TemplateInput, fields: readonly Field[], known: KnownKey | null): Finding[] {
  const types = new Map<string, string>([...variables.map(({ name, type }) => [name, type] as const), ...STANDARD])
  const isFreeText = (field: Field) => key === 'conversation-reply' || (field.channel === 'whatsapp' && content.whatsapp?.templateName === null)
  const inText = fields.flatMap((field) => placeholdersOf(field.text).flatMap((name) => {
    const type = types.get(name)
    if (type === undefined) return [finding('unknown-variable', { ...field, text: `{{${name}}}` })]
    return [...misplaced(field, name, type, isFreeText(field)), ...(type === 'cents' ? amount(field, name, allowsAmounts ?? false) : [])]
  }))
  return [
    ...(known && known.purpose !== purpose ? [finding('key-taken', { pointer: '/purpose', text: purpose })] : []),
    ...variables.flatMap((variable, i) => declared(variable, i, { variables, fields, known })),
    ...inText,
    ...fields.filter(({ text }) => brokenBraces(text)).map((field) => finding('broken-placeholder', field)),
  ]
}

function declared({ name, type }: TemplateVariable, i: number, { variables, fields, known }: Pick<TemplateInput, 'variables'> & { fields: readonly Field[]; known: KnownKey | null }): Finding[] {
  const at = { pointer: `/variables/${i}`, text: name }
  const isTwin = STANDARD.has(name) || variables.findIndex((other) => other.name === name) < i
  const isForeign = known !== null && !known.variables.some((own) => own.name === name && own.type === type)
  if (isTwin || isForeign) return [finding('unknown-variable', at)]
  return fields.some(({ text }) => placeholdersOf(text).includes(name)) ? [] : [finding('unused-variable', at)]
}

function misplaced(field: Field, name: string, type: string, isFreeText: boolean): Finding[] {
  // The way out acts for the person: it goes by the installation's own mail, and through no carrier that a creditor named.
  const isWrong = (name === 'unsubscribeUrl' && field.channel !== 'email') || (type === 'url' && !URL_PLACES.test(field.pointer)) || (type === 'lines' && !isFreeText && !LINES_PLACES.test(field.pointer))
  return isWrong ? [finding('misplaced-variable', { ...field, text: `{{${name}}}` })] : []
}

function amount(field: Field, name: string, isAllowed: boolean): Finding[] {
  const isPrivate = (field.channel === 'email' && field.exposed === 0) || field.channel === 'whatsapp'
  return isAllowed && isPrivate ? [] : [finding('amount-without-permission', { ...field, text: `{{${name}}}` })]
}

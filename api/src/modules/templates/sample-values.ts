import type { Language, TemplateVariable } from '@repactua/shared/contract/message-templates.ts'
import type { MessageTemplate, MessageValues } from './message-template.ts'

const SENTENCES: Record<Language, string> = {
  'pt-BR': 'Um exemplo do que vai aqui.',
  en: 'An example of what goes here.',
}

/** Invented values for each of a template's variables, so that it can be looked at before anybody gets it. */
export function sampleValues({ texts }: Pick<MessageTemplate, 'texts'>, language: Language, from: Pick<MessageValues, 'creditorName' | 'creditorDocument' | 'creditorAddress'> & { publicUrl: string }): MessageValues {
  const { publicUrl, ...creditor } = from
  const variables = Object.values(texts).flatMap((text) => text.variables)
  return {
    ...Object.fromEntries(variables.map((variable) => [variable.name, sampleOf(variable, language)])),
    ...creditor, language,
    firstName: 'Ana',
    link: `${publicUrl}/m/exemplo`,
    code: 'ABCD-2345',
    unsubscribeUrl: `${publicUrl}/descadastro/exemplo`,
  }
}

function sampleOf({ type }: TemplateVariable, language: Language): string | number {
  switch (type) {
    case 'day': return '2026-12-10'
    case 'count': return 3
    case 'cents': return 12_345
    default: return SENTENCES[language]
  }
}

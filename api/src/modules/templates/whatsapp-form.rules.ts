import type { Template } from '@repactua/shared/contract/message-templates.ts'
import { fillIn, placeholdersOf } from '../../core/messages/placeholders.ts'
import type { TemplateText } from './message-template.ts'

/** Meta's words for our languages. */
export const META_LANGUAGES = { 'pt-BR': 'pt_BR', en: 'en' } as const

/** The text as Meta takes it for approval: {{1}}, {{2}}... in the order in which parameters are sent, each with an example. Null for text that needs none. */
export function metaForm({ language, content: { whatsapp } }: Pick<TemplateText, 'language' | 'content'>): Template['whatsappTemplate'] {
  if (!whatsapp?.templateName) return null
  const names = placeholdersOf(whatsapp.body)
  const body = fillIn(whatsapp.body, (name) => `{{${names.indexOf(name) + 1}}}`)
  return { name: whatsapp.templateName, language: META_LANGUAGES[language], category: whatsapp.category, body, examples: names.map((name) => EXAMPLES[name] ?? 'exemplo') }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  firstName: 'Ana', creditorName: 'Lojas Exemplo', creditorDocument: '11.222.333/0001-81', creditorAddress: 'Rua de Exemplo, 100, São Paulo/SP',
  link: 'https://acordos.exemplo.com.br/m/exemplo', code: 'ABCD-2345', unsubscribeUrl: 'https://acordos.exemplo.com.br/descadastro/exemplo',
  lastOn: '10 de dezembro', dueOn: '10 de dezembro', promisedOn: '10 de dezembro',
}

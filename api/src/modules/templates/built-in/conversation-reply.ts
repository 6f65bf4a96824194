import type { Language, TemplateContent } from '@repactua/shared/contract/message-templates.ts'
import type { MessageTemplate, TemplateText } from '../message-template.ts'

const EMAILS: Record<Language, NonNullable<TemplateContent['email']>> = {
  'pt-BR': {
    subject: 'Uma resposta para você',
    preheader: 'Respondemos à sua mensagem.',
    heading: 'Respondemos à sua mensagem',
    paragraphs: ['Olá, {{firstName}}.', '{{text}}'],
    button: 'Continuar por aqui',
  },
  en: {
    subject: 'An answer for you',
    preheader: 'We answered your message.',
    heading: 'We answered your message',
    paragraphs: ['Hello, {{firstName}}.', '{{text}}'],
    button: 'Go on here',
  },
}

/** What an agent or the machine answers to somebody who wrote: their own words and nothing around them, so that the thread reads as one. */
export const conversationReply: MessageTemplate = { key: 'conversation-reply', purpose: 'service', texts: { 'pt-BR': textIn('pt-BR'), en: textIn('en') } }

function textIn(language: Language): TemplateText {
  return {
    language, allowsAmounts: false, version: null,
    variables: [{ name: 'text', type: 'lines', maxLength: 1_000 }],
    content: {
      email: EMAILS[language],
      sms: { text: '{{text}}', linkFree: false },
      whatsapp: { templateName: null, category: 'utility', body: '{{text}}' },
    },
  }
}

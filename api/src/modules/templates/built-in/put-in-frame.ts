import type { EmailContent, Language, PushContent, TemplateContent, TemplateVariable, WhatsappContent } from '@repactua/shared/contract/message-templates.ts'
import type { Purpose } from '@repactua/shared/contract/messaging.ts'
import type { MessageTemplate } from '../message-template.ts'

/** What is said in one language; who writes, the way in, the code and the way out are put around it for each channel. */
export interface Words {
  email: EmailContent
  sms: string
  whatsapp: string
  push: PushContent
  voice: string
}

interface About {
  key: string
  purpose: Purpose
  /** Meta's word: `marketing` is what offers something, anything else is `utility`. */
  category?: WhatsappContent['category']
  variables?: readonly TemplateVariable[]
}

interface Frame {
  sms: (words: string) => string
  whatsapp: (words: string) => string
  voice: (words: string) => string
}

// The sender stands first everywhere (CE, Lei 16.836/2019).
const FRAMES: Record<Language, Record<Purpose, Frame>> = {
  'pt-BR': {
    collection: {
      sms: (words) => `{{creditorName}}: {{firstName}}, ${words} {{link}} Cod {{code}}. PARE p/ sair`,
      whatsapp: (words) => `Aqui é {{creditorName}}, CNPJ {{creditorDocument}}. Olá, {{firstName}}.\n\n${words}\n\nO caminho é este: {{link}}\n\nCódigo desta mensagem: {{code}}. Para não receber mais avisos por aqui, responda PARE.`,
      voice: (words) => `Olá. Aqui é {{creditorName}}, com um recado para {{firstName}}. ${words} Para ver, entre no site que você já conhece. Para não receber ligações, é só escolher em Avisos, no mesmo site. Obrigado.`,
    },
    service: {
      sms: (words) => `{{creditorName}}: {{firstName}}, ${words} {{link}} Cod {{code}}`,
      whatsapp: (words) => `Aqui é {{creditorName}}, CNPJ {{creditorDocument}}. Olá, {{firstName}}.\n\n${words}\n\nO caminho é este: {{link}}\n\nCódigo desta mensagem: {{code}}. Para não receber mais avisos por aqui, responda PARE.`,
      voice: (words) => `Olá. Aqui é {{creditorName}}, com um recado para {{firstName}}. ${words} Para ver, entre no site que você já conhece. Obrigado.`,
    },
  },
  en: {
    collection: {
      sms: (words) => `{{creditorName}}: {{firstName}}, ${words} {{link}} Code {{code}}. STOP to end`,
      whatsapp: (words) => `This is {{creditorName}}, CNPJ {{creditorDocument}}. Hello, {{firstName}}.\n\n${words}\n\nThis is the way: {{link}}\n\nCode of this message: {{code}}. To get no more notices here, reply STOP.`,
      voice: (words) => `Hello. This is {{creditorName}}, with a message for {{firstName}}. ${words} To see it, open the website you know. To get no more calls, choose so under notices, on the same website. Thank you.`,
    },
    service: {
      sms: (words) => `{{creditorName}}: {{firstName}}, ${words} {{link}} Code {{code}}`,
      whatsapp: (words) => `This is {{creditorName}}, CNPJ {{creditorDocument}}. Hello, {{firstName}}.\n\n${words}\n\nThis is the way: {{link}}\n\nCode of this message: {{code}}. To get no more notices here, reply STOP.`,
      voice: (words) => `Hello. This is {{creditorName}}, with a message for {{firstName}}. ${words} To see it, open the website you know. Thank you.`,
    },
  },
}

/** A template of the house, the same for every creditor that has no text of its own under that key. */
export function builtIn({ key, purpose, category = 'utility', variables = [] }: About, words: Record<Language, Words>): MessageTemplate {
  const textIn = (language: Language) => ({
    language, variables, allowsAmounts: false, version: null,
    content: contentOf(words[language], FRAMES[language][purpose], { templateName: key.replaceAll('-', '_'), category }),
  })
  return { key, purpose, texts: { 'pt-BR': textIn('pt-BR'), en: textIn('en') } }
}

function contentOf({ email, sms, whatsapp, push, voice }: Words, frame: Frame, meta: Omit<WhatsappContent, 'body'>): TemplateContent {
  return {
    email, push,
    sms: { text: frame.sms(sms), linkFree: false },
    whatsapp: { ...meta, body: frame.whatsapp(whatsapp) },
    voice: { text: frame.voice(voice) },
  }
}

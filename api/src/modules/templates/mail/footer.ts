import type { Language } from '@repactua/shared/contract/message-templates.ts'

type Line = { words: string; link?: { words: string; to: '{{verifyUrl}}' | '{{unsubscribeUrl}}' } }

/** What stands below every e-mail: who writes (CDC 42-A), how to tell that it is genuine, and the way out. */
export const FOOTERS: Record<Language, readonly Line[]> = {
  'pt-BR': [
    { words: '{{creditorName}}, CNPJ {{creditorDocument}}. {{creditorAddress}}.' },
    { words: 'Código desta mensagem: {{code}}.', link: { words: 'Conferir se ela é verdadeira', to: '{{verifyUrl}}' } },
    { words: 'Não pedimos senhas nem códigos por mensagem.' },
    { words: 'Prefere não receber estes e-mails?', link: { words: 'Parar ou escolher os avisos', to: '{{unsubscribeUrl}}' } },
  ],
  en: [
    { words: '{{creditorName}}, CNPJ {{creditorDocument}}. {{creditorAddress}}.' },
    { words: 'Code of this message: {{code}}.', link: { words: 'Check that it is genuine', to: '{{verifyUrl}}' } },
    { words: 'We never ask for passwords or codes by message.' },
    { words: 'Would you rather not get these e-mails?', link: { words: 'Stop or choose notices', to: '{{unsubscribeUrl}}' } },
  ],
}

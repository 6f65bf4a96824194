import type { Mail } from './mailer.ts'

export interface QuietWords {
  subject: string
  lines: readonly string[]
}

/** A mail to a person that says nothing of debts, of whom or of how much: a locked screen shows it (CDC 42). No link, so that none is ever expected. */
export function quietMail({ email, firstName }: { email: string; firstName: string }, { subject, lines }: QuietWords): Mail {
  const text = [`Olá, ${firstName}.`, ...lines, 'Este e-mail não traz links, e não pedimos códigos nem senhas por mensagem.']
  return { to: email, subject, text: `${text.join('\n\n')}\n` }
}

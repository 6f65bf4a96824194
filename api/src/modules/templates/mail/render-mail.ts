import type { RenderedMessage, TemplateText } from '../message-template.ts'
import type { ValueOf } from '../slots.rules.ts'
import { escapeHtml } from './escape-html.ts'
import { planOf } from './mail-plan.ts'

/** An e-mail and its twin in plain text, out of the same words. Each value is escaped where it is put in. */
export function renderMail(text: TemplateText, valueOf: ValueOf): RenderedMessage['email'] {
  const plan = planOf(text)
  const words = withVerification(valueOf)
  return {
    subject: join(plan.subject, words).replaceAll('\n', ' '),
    html: join(plan.html, (name) => escapeHtml(words(name)).replaceAll('\n', '<br />')),
    text: join(plan.text, words),
  }
}

// Where a message is checked lies beside where its link leads: PUBLIC_URL/m/<token> and PUBLIC_URL/mensagens/<code>.
function withVerification(valueOf: ValueOf): ValueOf {
  return (name) => {
    if (name !== 'verifyUrl') return valueOf(name)
    const link = valueOf('link')
    return `${link.slice(0, link.lastIndexOf('/m/'))}/mensagens/${encodeURIComponent(valueOf('code'))}`
  }
}

function join(pieces: readonly string[], valueOf: ValueOf): string {
  let text = ''
  pieces.forEach((piece, i) => (text += i % 2 === 0 ? piece : valueOf(piece)))
  return text
}

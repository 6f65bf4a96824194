import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillIn, splitAtPlaceholders } from '../../../core/messages/placeholders.ts'
import type { EmailContent } from '@repactua/shared/contract/message-templates.ts'
import { invariant } from '../../../core/invariant.ts'
import type { TemplateText } from '../message-template.ts'
import { escapeHtml } from './escape-html.ts'
import { FOOTERS } from './footer.ts'

/** An e-mail with all but its values: literal text and the names of values by turns. */
export interface MailPlan {
  subject: string[]
  html: string[]
  text: string[]
}

// Compiled from layout.mjml by `npm run mail:layout`.
const LAYOUT = readFileSync(join(import.meta.dirname, 'layout.html'), 'utf8')
const LINK_STYLE = 'color:#07513e;text-decoration:underline'

const plans = new WeakMap<TemplateText, MailPlan>()

/** Lays a text into the frame of all e-mails, once for each version of it. */
export function planOf(text: TemplateText): MailPlan {
  const known = plans.get(text)
  if (known) return known
  const { email } = text.content
  invariant(email, 'the template has no e-mail')
  const plan = {
    subject: splitAtPlaceholders(email.subject),
    html: splitAtPlaceholders(htmlOf(text, email)),
    text: splitAtPlaceholders(plainOf(text, email)),
  }
  plans.set(text, plan)
  return plan
}

function htmlOf({ language }: TemplateText, email: EmailContent): string {
  const slots: Record<string, string> = {
    language,
    subject: escapeHtml(email.subject),
    preheader: escapeHtml(email.preheader) + PADDING,
    heading: escapeHtml(email.heading),
    paragraphs: email.paragraphs.map((words) => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`).join('\n'),
    button: escapeHtml(email.button),
    footer: footerHtml(language),
  }
  return fillIn(LAYOUT, (name) => slots[name] ?? `{{${name}}}`)
}

// Keeps what stands in the body out of the line that an inbox shows.
const PADDING = '&#847;&zwnj;&nbsp;'.repeat(80)

function footerHtml(language: TemplateText['language']): string {
  return FOOTERS[language].map(({ words, link }) => {
    const way = link ? ` <a href="${link.to}" style="${LINK_STYLE}">${escapeHtml(link.words)}</a>` : ''
    return `<p style="margin:0 0 10px">${escapeHtml(words)}${way}</p>`
  }).join('\n')
}

function plainOf({ language }: TemplateText, { heading, paragraphs, button }: EmailContent): string {
  const footer = FOOTERS[language].map(({ words, link }) => (link ? `${words}\n${link.words}: ${link.to}` : words))
  return `${[heading, ...paragraphs, `${button}:\n{{link}}`, '--', ...footer].join('\n\n')}\n`
}

import type { Receipt } from '../carrier.ts'
import { instantOf } from '../providers/fields.ts'
import { messageIdOf, traceIn, type MailTrace } from './message-id.ts'
import { partsOf, readFields, readPart, type MimePart } from './mime-parts.ts'

/** What a mail server or a mailbox provider told of a mail of ours. */
export interface MailReport {
  trace: MailTrace
  receipt: Receipt
}

/**
 * Reads a delivery status notification (RFC 3464) or a complaint in the abuse reporting format (RFC 5965). Null for any other
 * mail, for one that is of none of ours, and for a delay, after which another one comes.
 */
export function readReport(text: string, receivedAt: Date): MailReport | null {
  const mail = readPart(text)
  const parts = partsOf(mail)
  const told = toldBy(parts)
  const trace = told && traceOf(parts)
  if (!told || !trace) return null
  const sentAt = instantOf(new Date(mail.fields.get('date') ?? ''), receivedAt)
  // The sender's clock is a stranger's.
  const at = sentAt < receivedAt ? sentAt : receivedAt
  return { trace, receipt: { attemptId: trace.attemptId, providerMessageId: messageIdOf(trace), at, ...told } }
}

function toldBy(parts: readonly MimePart[]): Pick<Receipt, 'kind' | 'reason'> | null {
  const status = partOf(parts, /^message\/(global-)?delivery-status/i)
  if (status) return toldByStatus(status)
  const feedback = partOf(parts, /^message\/feedback-report/i)
  const type = feedback && readFields(feedback.body).get('feedback-type')?.toLowerCase()
  return type && COMPLAINTS.has(type) ? { kind: 'complained', reason: `feedback_${type}` } : null
}

/** RFC 5965, section 7.3, and RFC 6430. "not-spam" and reports of broken signatures are no complaints. */
const COMPLAINTS = new Set(['abuse', 'fraud', 'opt-out', 'other', 'virus'])

// One recipient a mail: the first block of fields is of the mail, the next is its own.
function toldByStatus({ body }: MimePart): Pick<Receipt, 'kind' | 'reason'> | null {
  const fields = body.split(/\n\s*\n/).map(readFields).find((block) => block.has('action')) ?? new Map<string, string>()
  const action = fields.get('action')?.toLowerCase()
  const [code = ''] = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? []
  if (action === 'delivered') return { kind: 'delivered' }
  if (action !== 'failed') return null
  return { kind: isMailbox(code) ? 'bounced' : 'failed', reason: `dsn_${code || 'failed'}` }
}

// RFC 3463: 5.1.x says of the address that it is wrong or gone, 5.2.1 of the mailbox that it is closed.
function isMailbox(code: string): boolean {
  return code.startsWith('5.1.') || code === '5.2.1'
}

// The envelope id that we asked for (RFC 3461), else the Message-ID of what comes back with the report.
function traceOf(parts: readonly MimePart[]): MailTrace | null {
  const status = partOf(parts, /^message\/(global-)?delivery-status/i)
  const original = partOf(parts, /^(message\/(rfc822|global)|text\/rfc822-headers)/i)
  const named = [status && readFields(status.body).get('original-envelope-id'), original && readFields(headOf(original)).get('message-id')]
  return named.map((text) => (text ? traceIn(text) : null)).find((trace) => trace !== null) ?? null
}

function headOf({ body }: MimePart): string {
  const end = body.indexOf('\n\n')
  return end < 0 ? body : body.slice(0, end)
}

function partOf(parts: readonly MimePart[], type: RegExp): MimePart | undefined {
  return parts.find(({ fields }) => type.test(fields.get('content-type') ?? ''))
}

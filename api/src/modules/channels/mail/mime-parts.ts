/** One part of a mail: its fields, by their names in small letters, and what stands below them. */
export interface MimePart {
  fields: ReadonlyMap<string, string>
  body: string
}

/** Takes fields and body of a mail, or of a part of one, apart (RFC 5322, section 2.1). */
export function readPart(text: string): MimePart {
  const whole = text.replace(/\r\n/g, '\n')
  const end = whole.indexOf('\n\n')
  const part = { fields: readFields(end < 0 ? whole : whole.slice(0, end)), body: end < 0 ? '' : whole.slice(end + 2) }
  return { ...part, body: decoded(part) }
}

/** Fields, each on lines of its own, folded ones put together again. The first of a name counts. */
export function readFields(text: string): Map<string, string> {
  const lines = text.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ').split('\n')
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]+):\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** The parts of a multipart body (RFC 2046, section 5.1); none where it is no multipart. */
export function partsOf({ fields, body }: MimePart): MimePart[] {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(fields.get('content-type') ?? '')
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return []
  const between = `\n${body}`.split(`\n--${mark}`).slice(1, MOST_PARTS)
  return between.filter((part) => !part.startsWith('--')).map((part) => readPart(part.replace(/^[ \t]*\n/, '')))
}

const MOST_PARTS = 20

function decoded({ fields, body }: MimePart): string {
  const coding = (fields.get('content-transfer-encoding') ?? '').toLowerCase()
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n/g, '\n')
  if (coding !== 'quoted-printable') return body
  return body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

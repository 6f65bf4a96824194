/** A piece of HTML that is safe to show. */
export interface Html {
  readonly text: string
}

type Piece = Html | string | number | null | readonly Html[]

/** HTML from a template: pieces of HTML stand as they are, everything else is escaped, null is nothing. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { text: parts.map((part, i) => part + (i < pieces.length ? shown(pieces[i] ?? null) : '')).join('') }
}

function shown(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'number') return String(piece)
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
  return 'text' in piece ? piece.text : piece.map(({ text }) => text).join('')
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

import { lineAt } from './decode-text.ts'

/** A tag of an OFX file with the text behind it. */
export interface Tag {
  name: string
  kind: 'open' | 'close'
  text: string
  line: number
}

const TAG = /<(\/?)([A-Za-z][\w.]*)\s*(\/?)>((?:[^<]|<!\[CDATA\[[\s\S]*?\]\]>)*)/y
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Cuts OFX, SGML or XML, into its tags, from `start` on; gives the line of the first place that is no tag, where there is one. */
export function* readTags(text: string, start: number): Generator<Tag, number | null> {
  let line = lineAt(text, start)
  TAG.lastIndex = start
  let end = start
  for (let found = TAG.exec(text); found; found = TAG.exec(text)) {
    const [whole, slash = '', name = '', empty = '', raw = ''] = found
    end = TAG.lastIndex
    yield { name: name.toUpperCase(), kind: slash ? 'close' : 'open', text: plain(raw), line }
    if (empty) yield { name: name.toUpperCase(), kind: 'close', text: '', line }
    line += whole.split('\n').length - 1
    TAG.lastIndex = end
  }
  return end === text.length ? null : line
}

// An ampersand that stands for nothing is what many banks write for itself.
function plain(raw: string): string {
  const text = raw.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
  return text.replace(/&(#?\w{1,8});/g, (whole, name: string) => (name.startsWith('#') ? character(name.slice(1)) : ENTITIES[name.toLowerCase()]) ?? whole).trim()
}

function character(number: string): string | undefined {
  const code = /^x/i.test(number) ? Number(`0${number}`) : Number(number)
  return code >= 0x20 && code <= 0xffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000) ? String.fromCharCode(code) : undefined
}

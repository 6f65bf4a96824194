/** One EMV field: two digits of id, two digits of length, then so many characters. */
export interface TlvField {
  id: string
  value: string
}

const LONGEST_VALUE = 99

/** Writes fields one after another as EMV QRCPS does; throws where a value has no or more than 99 characters. */
export function writeTlv(fields: readonly TlvField[]): string {
  return fields.map(({ id, value }) => id + lengthOf(value) + value).join('')
}

/** Reads fields until the text ends; null where an id, a length or the end does not fit. */
export function readTlv(text: string): TlvField[] | null {
  const fields: TlvField[] = []
  for (let at = 0; at < text.length; ) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4))
    const end = at + 4 + Number(head?.[2])
    if (!head?.[1] || end > text.length || end === at + 4) return null
    fields.push({ id: head[1], value: text.slice(at + 4, end) })
    at = end
  }
  return fields
}

function lengthOf(value: string): string {
  if (value.length < 1 || value.length > LONGEST_VALUE) throw new RangeError('an EMV value has 1 to 99 characters')
  return String(value.length).padStart(2, '0')
}

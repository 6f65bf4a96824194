const PLACEHOLDER = /\{\{[A-Za-z0-9]+\}\}/g

/** Stands for a placeholder where phrases are looked for. */
export const VALUE_MARK = '¤'

/** The text in small letters without accents, placeholders blotted out, each sign in its old place: what is found in it is found in the text. */
export function plainLetters(text: string): string {
  const blotted = text.replace(PLACEHOLDER, (whole) => VALUE_MARK.padEnd(whole.length))
  return Array.from({ length: blotted.length }, (_, i) => bare(blotted[i]!)).join('')
}

function bare(unit: string): string {
  const small = unit.normalize('NFD')[0]!.toLowerCase()
  return small.length === 1 ? small : unit
}

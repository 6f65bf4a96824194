const PLACEHOLDER = /(?<!\{)\{\{([a-z][A-Za-z0-9]*)\}\}(?!\})/g

/** The names of a text's placeholders, in the order of their first appearance. */
export function placeholdersOf(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name!))]
}

/** The text with every `{{name}}` filled in. Values are put in once: what stands in a value is never read as a placeholder. */
export function fillIn(text: string, valueOf: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => valueOf(name))
}

/** Signs of a placeholder that is none: `{{ name}}`, `{{Name}}`, a brace too many or too few. */
export function brokenBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''))
}

/** The text cut into what stands between the placeholders and their names, by turns, so that filling it in a million times reads it once. */
export function splitAtPlaceholders(text: string): string[] {
  return text.split(PLACEHOLDER)
}

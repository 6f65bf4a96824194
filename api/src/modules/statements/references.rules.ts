/** A credit of a file: the reference that it would get, and what it is by its content alone. */
export interface Named {
  reference: string
  content: string
}

/**
 * Some banks number their movements anew in each file. A credit with a new number, whose content stands already under
 * another number that this file does not have, is that one: a bank takes no credit away. Each stands for one at most.
 */
export function keepNumbers<T extends Named>(credits: readonly T[], standing: readonly Named[]): T[] {
  const here = new Set(credits.map(({ reference }) => reference))
  const stands = new Set(standing.map(({ reference }) => reference))
  const left = new Map<string, string[]>()
  for (const { reference, content } of standing) if (!here.has(reference)) left.set(content, [...(left.get(content) ?? []), reference])
  return credits.map((credit) => {
    const former = stands.has(credit.reference) ? undefined : left.get(credit.content)?.shift()
    return former === undefined ? credit : { ...credit, reference: former }
  })
}

import type { Repairs } from '@repactua/shared/contract/policies.ts'

/** The repairs that all rules of one agreement grant, each within the narrowest bounds; nothing where a rule grants none. */
export function combineRepairs(grants: readonly (Repairs | undefined)[]): Repairs {
  const [first, ...others] = grants
  return others.reduce<Repairs>((joined, grant) => narrower(joined, grant ?? {}), first ?? {})
}

function narrower(a: Repairs, b: Repairs): Repairs {
  return {
    ...(a.moveDueDate && b.moveDueDate && { moveDueDate: least(a.moveDueDate, b.moveDueDate) }),
    ...(a.skip && b.skip && { skip: least(a.skip, b.skip) }),
    ...(a.split && b.split && { split: least(a.split, b.split) }),
    ...(a.reage && b.reage && { reage: least(a.reage, b.reage) }),
  }
}

function least<T extends object>(a: T, b: T): T {
  const entries = Object.entries(a).map(([name, value]) => [name, Math.min(value as number, (b as Record<string, number>)[name] ?? 0)])
  return Object.fromEntries(entries) as T
}

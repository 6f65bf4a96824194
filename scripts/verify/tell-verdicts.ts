import type { Verdict } from './verify-rows.ts'

const MOST_FINDINGS = 50

/** The verdicts as lines for people, findings below their invariant, and a last line that sums up. */
export function tellVerdicts(verdicts: readonly Verdict[]): string[] {
  const findings = verdicts.reduce((sum, { found }) => sum + (found?.findings.length ?? 0), 0)
  const unseen = verdicts.filter(({ found }) => !found).length
  return [
    ...verdicts.flatMap(tell),
    `${findings === 0 ? 'In order' : `${findings} finding(s)`}: ${verdicts.length - unseen} invariants looked at${unseen > 0 ? `, ${unseen} not, for want of keys` : ''}.`,
  ]
}

function tell({ invariant: { name, claim }, found }: Verdict): string[] {
  const title = `${name.padEnd(32)} ${claim}`
  if (!found) return [`  ?  ${title}: not looked at, no keys`]
  const { checked, findings } = found
  const more = findings.length > MOST_FINDINGS ? [`       and ${findings.length - MOST_FINDINGS} more`] : []
  return [`${findings.length === 0 ? ' ok ' : 'FAIL'} ${title} (${checked} checked)`, ...findings.slice(0, MOST_FINDINGS).map((id) => `       ${id}`), ...more]
}

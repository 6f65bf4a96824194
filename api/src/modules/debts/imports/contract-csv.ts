const WORDS = ['specialLaw', 'legalInterestHistory'] as const
// The field of a nested object that each column is.
const INTEREST = {
  contractInterestMonthlyBps: 'monthlyBps', contractInterestFrom: 'from', contractInterestMethod: 'method',
  contractInterestYearlyBps: 'yearlyBps', contractInterestAfterDue: 'afterDue',
}
const FEES = { collectionFeesBps: 'bps', collectionFeesClause: 'clause', collectionFeesWork: 'work' }

/** The columns of a CSV that say what a contract may say besides fine and default interest. */
export const CONTRACT_CSV_COLUMNS: readonly string[] = [...WORDS, ...Object.keys(INTEREST), ...Object.keys(FEES), 'imputationOrder']

/** The part of `charges` that a line's columns make, unchecked; only what the line says is there. */
export function contractFromCsv(given: ReadonlyMap<string, string>): object {
  const order = given.get('imputationOrder')
  return {
    ...pick(given, Object.fromEntries(WORDS.map((word) => [word, word]))),
    ...nested('contractInterest', pick(given, INTEREST)),
    ...nested('collectionFees', pick(given, FEES)),
    ...(order === undefined ? {} : { imputationOrder: order.split('|') }),
  }
}

function pick(given: ReadonlyMap<string, string>, fields: Readonly<Record<string, string>>): object {
  const named = Object.entries(fields).filter(([column]) => given.has(column))
  return Object.fromEntries(named.map(([column, field]) => [field, valueOf(field, given.get(column) ?? '')]))
}

function nested(name: string, object: object): object {
  return Object.keys(object).length > 0 ? { [name]: object } : {}
}

// What is no whole number, or neither yes nor no, stays text, for the schema to refuse.
function valueOf(field: string, text: string): unknown {
  if (field.toLowerCase().endsWith('bps') && /^\d{1,15}$/.test(text)) return Number(text)
  return field === 'afterDue' && /^(true|false)$/.test(text) ? text === 'true' : text
}

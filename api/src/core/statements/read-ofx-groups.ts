import { err, ok, type Result } from '../result.ts'
import { readTags, type Tag } from './ofx-tags.ts'
import type { BrokenLine } from './types.ts'

/** A statement of an account, or one of its movements, with the fields that stand in it: `MEMO`, `BANKACCTFROM.ACCTID`. */
export interface Group {
  name: string
  line: number
  fields: Map<string, string>
  /** The statement that a movement is in. */
  statement: Group | null
}

interface State {
  stack: Group[]
  told: Group[]
  /** The field that was just read: it may be closed, or not. */
  leaf: string | null
}

/** What must be closed by its own tag. Anything else that opens without text may turn out to be a field left empty. */
const GROUPS = new Set(['OFX', 'SIGNONMSGSRSV1', 'SONRS', 'BANKMSGSRSV1', 'STMTTRNRS', 'STMTRS', 'BANKACCTFROM', 'BANKTRANLIST', 'STMTTRN'])
const TOLD = new Set(['STMTRS', 'STMTTRN'])
const DEEPEST = 20
const LONGEST_HEADER = 2_000

/** The statements and movements of an OFX file, each as it is closed. Refuses what is no statement, is cut off or has tags that do not fit. */
export function readOfxGroups(text: string): Result<Group[], BrokenLine[]> {
  const start = text.search(/<OFX>/i)
  if (start < 0 || start > LONGEST_HEADER) return err([{ line: 1, reason: 'not_a_statement' }])
  const state: State = { stack: [], told: [], leaf: null }
  const tags = readTags(text, start)
  let line = 1
  for (let next = tags.next(); ; next = tags.next()) {
    if (next.done) return next.value === null ? finish(state, line) : err([{ line: next.value, reason: 'wrong_tag' }])
    line = next.value.line
    const field = next.value.kind === 'open' ? open(state, next.value) : close(state, next.value)
    if (field !== null) return err([{ line, reason: 'wrong_tag', field }])
  }
}

function finish({ stack, told }: State, line: number): Result<Group[], BrokenLine[]> {
  if (stack.length > 0) return err([{ line, reason: 'cut_off' }])
  return told.some(({ name }) => name === 'STMTRS') ? ok(told) : err([{ line: 1, reason: 'not_a_statement' }])
}

// Both give the name of the tag that does not fit, or null.
function open(state: State, { name, text, line }: Tag): string | null {
  const { stack } = state
  const top = stack.at(-1)
  if ((top ? name === 'OFX' : name !== 'OFX' || state.told.length > 0) || stack.length > DEEPEST) return name
  state.leaf = text === '' ? null : name
  if (top && text !== '') return GROUPS.has(name) ? name : put(top, name, text)
  stack.push({ name, line, fields: new Map(), statement: stack.findLast((one) => one.name === 'STMTRS') ?? null })
  return null
}

function close(state: State, { name }: Tag): string | null {
  const { stack } = state
  const wasLeaf = state.leaf === name
  state.leaf = null
  if (wasLeaf) return null
  const at = stack.findLastIndex((one) => one.name === name)
  if (at < 0) return name
  for (let inner = stack.length - 1; inner > at; inner--) {
    const wrong = mergeEmptyField(stack.pop()!, stack[inner - 1]!)
    if (wrong !== null) return wrong
  }
  return leave(state, stack.pop()!)
}

// A field that was left empty and never closed: what followed it belongs to what it stands in.
function mergeEmptyField(field: Group, holder: Group): string | null {
  if (GROUPS.has(field.name)) return field.name
  for (const [name, text] of field.fields) if (put(holder, name, text) !== null) return name
  return null
}

function leave({ stack, told }: State, group: Group): string | null {
  const holder = stack.findLast(({ name }) => GROUPS.has(name))
  if (TOLD.has(group.name)) told.push(group)
  else if (holder) for (const [name, text] of group.fields) if (!name.includes('.')) holder.fields.set(`${group.name}.${name}`, text)
  return null
}

function put({ fields }: Group, name: string, text: string): string | null {
  if (fields.has(name)) return name
  fields.set(name, text)
  return null
}

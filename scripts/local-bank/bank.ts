import type { Clock } from '@repactua/api/platform/clock.ts'
import type { Watch } from './exchange.ts'
import { quietFaults, type Faults } from './faults/faults.ts'
import type { Token } from './oauth/token.ts'
import type { BankPapers } from './pki/bank-papers.ts'
import { readState, writeState, type BankState } from './state.ts'

/** The bank as its rooms see it. */
export interface Bank {
  state: BankState
  clock: Clock
  papers: BankPapers
  /** Access tokens by their text; they end with the process, as tokens may. */
  tokens: Map<string, Token>
  faults: Faults
  /** Sees every exchange of the Pix API. */
  watch: Watch
  /** Keeps what the state says now; every answer that changed something comes after it. */
  keep(): void
}

/** A bank whose state is kept in a file, or in memory alone where there is none. */
export function makeBank({ stateFile, ...given }: Pick<Bank, 'clock' | 'papers' | 'watch'> & { stateFile: string | null }): Bank {
  const state = readState(stateFile)
  return { state, ...given, tokens: new Map(), faults: quietFaults(), keep: () => writeState(stateFile, state) }
}

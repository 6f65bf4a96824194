import type { Act } from '../../../core/conversation/machine.ts'
import type { ActResult, Turn } from '../turn.ts'
import { checkIdentity, resume } from './check-identity.ts'
import { contest } from './contest.ts'
import { findInstallment } from './find-installment.ts'
import { handOver } from './hand-over.ts'
import { chooseOption, listOptions } from './list-options.ts'
import { notePromise } from './note-promise.ts'
import { holdDeceased, keepReference, pauseClaim, pauseHardship } from './pause.ts'
import { optOut, stopAddress } from './stop.ts'
import { tellBalance } from './tell-balance.ts'

/** What each act of the machine's table does. All of it lies in the transaction of the sentence. */
export const ACTS: Record<Act, (turn: Turn) => Promise<ActResult>> = {
  tell_balance: tellBalance,
  list_options: listOptions,
  choose_option: chooseOption,
  find_installment: findInstallment,
  note_promise: notePromise,
  pause_claim: pauseClaim,
  keep_reference: keepReference,
  stop_address: stopAddress,
  opt_out: optOut,
  hand_over: handOver,
  hold_deceased: holdDeceased,
  contest,
  pause_hardship: pauseHardship,
  check_identity: checkIdentity,
  resume,
}

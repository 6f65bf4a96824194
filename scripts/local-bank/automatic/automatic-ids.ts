import { localDateOf } from '@repactua/api/platform/clock.ts'
import { ISPB, randomLetters } from '../pix/new-ids.ts'

/** An idRec: RR where tries after the due date are allowed, RN where not; bank, day, eleven characters by chance. */
export function newRecurrenceId(policy: 'NAO_PERMITE' | 'PERMITE_3R_7D', at: Date): string {
  return `${policy === 'NAO_PERMITE' ? 'RN' : 'RR'}${bankAndDay(at)}${randomLetters(11)}`
}

/** An idSolicRec. */
export function newSolicitationId(at: Date): string {
  return `SC${bankAndDay(at)}${randomLetters(11)}`
}

function bankAndDay(at: Date): string {
  return `${ISPB}${localDateOf(at).replaceAll('-', '')}`
}

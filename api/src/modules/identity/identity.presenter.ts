import type { Challenge, Me, Session } from '@repactua/shared/contract/identity.ts'
import { showId } from '../../platform/ids.ts'
import type { Person } from '../debtors/index.ts'
import { idleEnd, SESSION_IDLE_MS } from './identity.rules.ts'
import type { OpenedChallenge } from './open-challenge.ts'
import type { SessionRecord } from './sessions.repository.ts'

export function presentChallenge({ id, expiresAt, resendAfter }: OpenedChallenge): Challenge {
  return { challengeId: showId('challenge', id), expiresAt: expiresAt.toISOString(), resendAfter: resendAfter.toISOString() }
}

export function presentSession(person: Person, session: SessionRecord): Session {
  return { firstName: person.firstName, ...endsOf(session) }
}

export function presentMe(person: Person, session: SessionRecord, demoBankUrl: string | null): Me {
  const { firstName, cpfMasked } = person
  return { firstName, cpfMasked, session: { ...endsOf(session), idleSeconds: SESSION_IDLE_MS / 1000 }, ...(demoBankUrl === null ? {} : { demoBankUrl }) }
}

function endsOf(session: SessionRecord) {
  return { idleExpiresAt: idleEnd(session).toISOString(), expiresAt: session.expiresAt.toISOString() }
}

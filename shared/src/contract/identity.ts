import { Type, type Static } from 'typebox'
import { Closed, Cpf, IdOf, Instant } from './common.ts'

export const SignInChallengeInput = Closed({ cpf: Cpf })

/** The same answer for a known and an unknown CPF. */
export const Challenge = Type.Object({
  challengeId: IdOf('challenge'),
  expiresAt: Instant,
  resendAfter: Instant,
})
export type Challenge = Static<typeof Challenge>

export const SessionInput = Closed({ challengeId: IdOf('challenge'), code: Type.String({ pattern: '^\\d{6}$', maxLength: 6 }) })
export type SessionInput = Static<typeof SessionInput>

export const Session = Type.Object({ firstName: Type.String(), idleExpiresAt: Instant, expiresAt: Instant })
export type Session = Static<typeof Session>

export const Me = Type.Object({
  firstName: Type.String(),
  cpfMasked: Type.String(),
  session: Type.Object({ idleExpiresAt: Instant, expiresAt: Instant, idleSeconds: Type.Integer() }),
  demoBankUrl: Type.Optional(Type.String({ description: 'In a demo alone: the page of a bank in play; with `?codigo=` it takes a Pix code to pay' })),
})
export type Me = Static<typeof Me>

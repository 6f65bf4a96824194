import type { Challenge } from '@repactua/shared/contract/identity.ts'
import type { Work } from '../../platform/work.ts'
import { presentChallenge } from './identity.presenter.ts'
import { openChallenge } from './open-challenge.ts'

export interface SignatureAsk {
  cpfIndex: Buffer
  creditorId: string
  agreementId: string
  /** The hash of the exact term that the code will sign. */
  termSha256: Buffer
  /** Where the request comes from; only its network is kept. */
  address: string
}

/** Asks for the code that signs one term. Refuses like a sign-in does, but counts by agreement. */
export async function openSignatureChallenge(work: Work, { address, ...subject }: SignatureAsk): Promise<Challenge> {
  return presentChallenge(await openChallenge(work, { purpose: 'signature', ...subject }, address))
}

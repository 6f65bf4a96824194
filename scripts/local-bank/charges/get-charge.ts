import type { Answer, Ask } from '../doors/ask.ts'
import { refuse } from '../doors/problems.ts'
import { findCharge } from './find-charge.ts'
import { showWholeCharge } from './show-charge.ts'

/** GET /cobv/{txid}: the charge as it stands, or an earlier revision of it. */
export function getCharge({ bank, account, params, query }: Ask): Answer {
  const charge = findCharge(bank, account, params['txid'] ?? '') ?? refuse('CobVNaoEncontrada')
  const asked = query.get('revisao')
  if (asked === null) return { status: 200, body: showWholeCharge(bank, charge, account) }
  const revision = /^\d{1,6}$/.test(asked) ? charge.revisions[Number(asked)] : undefined
  if (!revision) refuse('CobVConsultaInvalida', [{ razao: 'O parâmetro revisao corresponde a uma revisão inexistente.', propriedade: 'revisao', valor: asked }])
  const earlier = { ...charge, status: revision.status, revisions: charge.revisions.slice(0, Number(asked) + 1) }
  return { status: 200, body: showWholeCharge(bank, earlier, account) }
}

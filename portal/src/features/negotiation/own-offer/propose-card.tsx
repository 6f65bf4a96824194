import { paths } from '../../../lib/paths.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'

/** The way to an offer of one's own, where none of the options fits. */
export function ProposeCard({ creditorId }: { creditorId: string }) {
  return (
    <Card tight aria-labelledby="propose-title">
      <h2 id="propose-title">Nenhuma cabe?</h2>
      <p className="soft">Diga quanto você consegue pagar. A resposta costuma sair na hora, e nada é assinado.</p>
      <ButtonLink secondary to={paths.proposeMonth(creditorId)}>Fazer minha proposta</ButtonLink>
    </Card>
  )
}

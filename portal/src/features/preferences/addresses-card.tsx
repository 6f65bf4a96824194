import type { ContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { Card } from '../../ui/card.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'

const KINDS = { email: 'E-mail', phone: 'Telefone' } as const

/** Where the person is written to. Nothing is changed here: who holds the phone must not be able to lead the codes elsewhere. */
export function AddressesCard({ addresses }: { addresses: ContactChoices['addresses'] }) {
  return (
    <Card aria-labelledby="contatos">
      <h2 id="contatos">Onde falamos com você</h2>
      {addresses.length === 0 ? <p>Nenhuma empresa tem um e-mail ou telefone seu que possamos usar.</p> : (
        <SummaryList>
          {addresses.map(({ kind, masked }) => <SummaryRow key={masked} name={KINDS[kind]}><span className="unbroken">{masked}</span></SummaryRow>)}
        </SummaryList>
      )}
      <p className="soft small">Mostramos só uma parte, para a sua segurança. Mudou de e-mail ou de telefone, ou não é seu? Peça à empresa para corrigir: por segurança, isso não se muda por aqui.</p>
    </Card>
  )
}

import { Link } from 'react-router'
import type { Affordability } from '@repactua/shared/contract/affordability.ts'
import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import { paths } from '../../../lib/paths.ts'
import { CreditorContact } from '../../../ui/creditor-contact.tsx'

/** Who helps for free where no plan leaves enough, and the creditor for another value. */
export function WhoHelps({ help, creditor }: { help: Affordability['help']; creditor: CreditorCard }) {
  return (
    <div className="stack">
      <h3>Quem ajuda de graça</h3>
      <ul className="plain-list">
        {help.map(({ name, what, url }) => (
          <li key={name}><strong>{url ? <a href={url} rel="noreferrer">{name}</a> : name}</strong>: {what}</li>
        ))}
      </ul>
      <p><Link to={paths.helpRights}>Seus direitos</Link></p>
      <h3>Para falar de outro valor com {creditor.brand.name}</h3>
      <CreditorContact creditor={creditor} />
    </div>
  )
}

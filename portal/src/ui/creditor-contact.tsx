import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import { Icon } from './icons.tsx'

/** How to reach a creditor: e-mail and telephone, each as a link. */
export function CreditorContact({ creditor }: { creditor: CreditorCard }) {
  return (
    <ul className="plain-list">
      <li><a className="link" href={`mailto:${creditor.email}`}><Icon name="mail" />{creditor.email}</a></li>
      <li><a className="link" href={`tel:${creditor.phone.replace(/[^\d+]/g, '')}`}><Icon name="phone" />{formatPhone(creditor.phone)}</a></li>
    </ul>
  )
}

/** Who the creditor is by law: name, CNPJ, address (CDC 42-A). */
export function CreditorIdentity({ creditor }: { creditor: CreditorCard }) {
  return (
    <p>
      {creditor.legalName}, CNPJ <span className="nowrap">{formatCnpj(creditor.cnpj)}</span>
      <br />
      <span className="soft small">{formatAddress(creditor.address)}</span>
    </p>
  )
}

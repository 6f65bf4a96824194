import { useState } from 'react'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { Button } from '../../ui/button.tsx'
import { CreditorContact, CreditorIdentity } from '../../ui/creditor-contact.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** For who does not know a debt: whom to ask, and that nothing has to be signed meanwhile. */
export function NotMine({ debts }: { debts: readonly [MyDebt, ...MyDebt[]] }) {
  const { creditor } = debts[0]
  const contracts = [...new Set(debts.flatMap(({ contractNumber }) => contractNumber ?? []))]
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div>
      <button type="button" className="link small" onClick={() => setOpen(true)}>{debts.length === 1 ? 'Não reconheço esta dívida' : 'Não reconheço uma destas dívidas'}</button>
      <Dialog open={open} title={`Fale com ${creditor.brand.name}`} onDismiss={close} actions={<Button onClick={close}>Entendi</Button>}>
        <p>Peça o contrato e a origem do valor. Você não precisa assinar nem pagar nada enquanto espera a resposta.</p>
        {contracts.length > 0 && <p>Diga o número do contrato: <strong>{contracts.join(', ')}</strong></p>}
        <CreditorContact creditor={creditor} />
        <CreditorIdentity creditor={creditor} />
        <p className="soft small">Se a empresa não resolver, o Procon da sua cidade e o site consumidor.gov.br ajudam de graça.</p>
      </Dialog>
    </div>
  )
}

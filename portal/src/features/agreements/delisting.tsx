import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'

/** Until when the creditor takes the name off lists of debtors, and when it said that it did. The task is the creditor's. */
export function Delisting({ agreement: { creditor, delisting } }: { agreement: Agreement }) {
  if (!delisting) return null
  if (delisting.confirmedAt) return <p>{creditor.brand.name} informou em {formatInstantDay(delisting.confirmedAt)} que seu nome não está em cadastro de inadimplentes por esta dívida.</p>
  return (
    <p>
      Se seu nome está em um cadastro de inadimplentes por esta dívida, {creditor.brand.name} tem até {formatDay(delisting.dueOn, { year: true })} para retirar.
      Se passar dessa data, fale com a empresa ou com o Procon.
    </p>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CopyCode } from './copy-code.tsx'
import { boletoChargeQuery } from './requests.ts'

/** The second way to pay an installment. A boleto is made only when it is asked for, since the bank is told of each. */
export function BoletoWay({ agreement, installment }: { agreement: Agreement; installment: Installment }) {
  const [isWanted, setWanted] = useState(false)
  const charge = useQuery(boletoChargeQuery(agreement.id, isWanted ? installment : null))
  return (
    <Disclosure title="Prefiro pagar por boleto">
      <div className="pix">
        {charge.data?.boleto
          ? <Boleto charge={charge.data} boleto={charge.data.boleto} />
          : <Button secondary wide busy={charge.isFetching} onClick={() => (isWanted ? void charge.refetch() : setWanted(true))}>Gerar boleto</Button>}
        {charge.isError && <ProblemNotice error={charge.error} />}
      </div>
    </Disclosure>
  )
}

function Boleto({ charge, boleto }: { charge: Charge; boleto: NonNullable<Charge['boleto']> }) {
  return (
    <>
      <p>Boleto de <span className="money">{formatBrl(charge.amountCents)}</span>, com vencimento em {formatDay(charge.dueOn, { year: true })}.</p>
      <code className="pix-code" role="group" aria-label="Linha digitável do boleto" tabIndex={0}>{boleto.line}</code>
      <CopyCode code={boleto.line.replace(/\D/g, '')}>Copiar linha digitável</CopyCode>
      <a className="link" href={new URL(boleto.pdfUrl).pathname} download><Icon name="download" />Baixar o boleto (PDF)</a>
      <p className="small">O banco leva até um dia útil para aceitar o pagamento de um boleto novo. O Pix é na hora. Pague uma vez só: por boleto ou por Pix.</p>
    </>
  )
}

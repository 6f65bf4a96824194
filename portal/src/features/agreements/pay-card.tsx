import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { counted } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { BoletoWay } from './boleto-way.tsx'
import { CardWay } from './card-way.tsx'
import { ChargeItems } from './charge-items.tsx'
import { CopyCode } from './copy-code.tsx'
import { DemoBank } from './demo-bank.tsx'
import { askedToday } from './next-installment.ts'
import { pixChargeQuery } from './requests.ts'

/** An installment, with the Pix code that pays it and who receives the money. Where it is paid, `children` says so on the same place. */
export function PayCard({ agreement, installment, children }: { agreement: Agreement; installment: Installment; children: ReactNode }) {
  const charge = useQuery(pixChargeQuery(agreement.id, installment))
  return (
    <Card aria-labelledby="next-installment">
      <div>
        <div className="line">
          <h2 id="next-installment">{nameOf(agreement, installment)}</h2>
          <Amount cents={charge.data?.amountCents ?? askedToday(installment)} size="l" />
        </div>
        <p className="soft small">{whenOf(installment)}</p>
      </div>
      <div className="pay-stage">
        <div className="pay-ways" inert={Boolean(children)}><Ways agreement={agreement} installment={installment} charge={charge} /></div>
        {children}
      </div>
    </Card>
  )
}

function Ways({ agreement, installment, charge }: { agreement: Agreement; installment: Installment; charge: UseQueryResult<Charge> }) {
  return (
    <>
      {installment.paidCents > 0 && (
        <p className="small">Parcela de <span className="money">{formatBrl(installment.amountCents)}</span>. Você já pagou <span className="money">{formatBrl(installment.paidCents)}</span>.</p>
      )}
      {charge.data && <ChargeItems items={charge.data.items} />}
      {installment.early && (
        <p className="small">Com o desconto de quem paga até {formatDay(installment.early.payBy)}. Depois, a parcela é de <span className="money">{formatBrl(installment.amountCents)}</span>.</p>
      )}
      <ValidUntil installment={installment} charge={charge.data} />
      {charge.isError && <ProblemNotice error={charge.error} onRetry={() => void charge.refetch()} />}
      {charge.data ? <Pix charge={charge.data} /> : !charge.isError && <p role="status" className="soft">Preparando o código Pix</p>}
      {agreement.paymentMethods.includes('boleto') && <BoletoWay agreement={agreement} installment={installment} />}
      {agreement.paymentMethods.includes('card') && <CardWay agreement={agreement} installment={installment} />}
    </>
  )
}

/** The Pix code of a charge, as a picture and as text, and who receives the money. */
export function Pix({ charge }: { charge: Charge }) {
  return (
    <div className="pix">
      <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(charge.pix.qrSvg)}`} alt="QR code para pagar por Pix" width="240" height="240" />
      <code className="pix-code" role="group" aria-label="Código Pix copia e cola" tabIndex={0}>{charge.pix.copyPaste}</code>
      <CopyCode code={charge.pix.copyPaste}>Copiar código Pix</CopyCode>
      <DemoBank code={charge.pix.copyPaste}>Pagar no banco da demonstração</DemoBank>
      <p className="small">
        Quem recebe: <strong>{charge.receiver.legalName}</strong>, CNPJ <span className="nowrap">{formatCnpj(charge.receiver.cnpj)}</span>.{' '}
        Confira este nome no aplicativo do banco antes de confirmar.
      </p>
      <Disclosure title="Como pagar com Pix">
        <ol className="pix-steps">
          <li>Copie o código e abra o aplicativo do seu banco.</li>
          <li>Escolha Pix e depois Pix copia e cola. Em outro aparelho, aponte a câmera para o QR code.</li>
          <li>Confira o valor e quem recebe, e confirme.</li>
          <li>Volte para cá: o pagamento aparece nesta página quando for confirmado.</li>
        </ol>
      </Disclosure>
    </div>
  )
}

// The early amount has said its day already, and so has the installment where its code lives as long.
function ValidUntil({ installment: { dueOn, late, early }, charge }: { installment: Installment; charge: Charge | undefined }) {
  if (late) return <p className="small">Este é o valor de hoje, {formatDay(late.asOf)}. Em outro dia os juros mudam: volte aqui para ver o novo valor e pegar outro código.</p>
  return charge?.validUntil && charge.validUntil !== dueOn && !early ? <p className="small soft">Este código vale até {formatDay(charge.validUntil, { year: true })}.</p> : null
}

function whenOf({ dueOn, overdueDays }: Installment): string {
  const day = formatDay(dueOn, { year: true })
  return overdueDays > 0 ? `Venceu em ${day}, há ${counted(overdueDays, 'dia', 'dias')}. Ainda dá para pagar.` : `Até ${day}`
}

function nameOf({ kind, installments }: Agreement, { number }: Installment): string {
  if (kind === 'cash') return 'Pagamento à vista'
  return number === 1 ? 'Primeira parcela' : `Parcela ${number} de ${installments.length}`
}

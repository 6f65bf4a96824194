import './agreements.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AutomaticPix } from '@repactua/shared/contract/automatic-pix.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CopyCode } from './copy-code.tsx'
import { DemoBank } from './demo-bank.tsx'
import { askForLeave, automaticPixQuery, takeLeaveBack } from './requests.ts'

const POLL_MS = 5_000

/** Pix Automático of one agreement: what it does, the code that gives leave, and the way out of it. */
export function AutomaticPage() {
  const { id = '' } = useParams()
  const agreement = useQuery(agreementQuery(id))
  const leave = useQuery({ ...automaticPixQuery(id), refetchInterval: ({ state }) => (state.data?.status === 'offered' ? POLL_MS : false) })
  const failed = agreement.error ?? leave.error
  if (failed && (!agreement.data || !leave.data)) return <Page><PageTitle>Pix Automático</PageTitle><ProblemNotice error={failed} onRetry={() => void Promise.all([agreement.refetch(), leave.refetch()])} /></Page>
  if (!agreement.data || !leave.data) return <Loading />
  if (!leave.data.available && leave.data.status !== 'approved') return <Navigate to={paths.agreement(id)} replace />
  return (
    <BrandScope color={agreement.data.creditor.brand.color}>
      <Page>
        <BackLink to={paths.agreement(id)}>Voltar ao acordo</BackLink>
        <Stage agreement={agreement.data} leave={leave.data} />
      </Page>
    </BrandScope>
  )
}

function Stage({ agreement, leave }: { agreement: Agreement; leave: AutomaticPix }) {
  if (leave.status === 'approved') return <Given agreement={agreement} />
  return leave.status === 'offered' && leave.pix ? <Code agreement={agreement} code={leave.pix} /> : <Explained agreement={agreement} wasRefused={leave.status === 'refused'} />
}

function Explained({ agreement: { id, creditor }, wasRefused }: { agreement: Agreement; wasRefused: boolean }) {
  const client = useQueryClient()
  const ask = useMutation({ mutationFn: () => askForLeave(id), onSuccess: (leave) => client.setQueryData(automaticPixQuery(id).queryKey, leave) })
  return (
    <>
      <div className="page-head">
        <PageTitle>Pix Automático</PageTitle>
        <p className="lead">{wasRefused ? 'Seu banco avisou que você não autorizou. Se mudou de ideia, peça outro código.' : 'Você autoriza uma vez no seu banco, e cada parcela é paga sozinha no dia.'}</p>
      </div>
      <ul className="bullets">
        <li>Quem recebe é {creditor.legalName}, só as parcelas deste acordo, nos dias e valores que você já assinou.</li>
        <li>Se faltar saldo no dia, o banco tenta de novo em até sete dias. Você também pode pagar pelo código Pix quando quiser: o débito é cancelado.</li>
        <li>Para desligar, basta um toque aqui ou no aplicativo do seu banco. Não tem custo.</li>
      </ul>
      {ask.isError && <ProblemNotice error={ask.error} />}
      <Button wide busy={ask.isPending} onClick={() => ask.mutate()}>Pedir o código</Button>
      <ButtonLink secondary wide to={paths.agreement(id)}>Agora não</ButtonLink>
    </>
  )
}

function Code({ agreement, code }: { agreement: Agreement; code: NonNullable<AutomaticPix['pix']> }) {
  return (
    <>
      <div className="page-head">
        <PageTitle>Autorize no seu banco</PageTitle>
        <p className="lead">Nada é debitado agora. Este código só pede a sua autorização.</p>
      </div>
      <div className="pix">
        <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(code.qrSvg)}`} alt="QR code para autorizar o Pix Automático" width="240" height="240" />
        <code className="pix-code" role="group" aria-label="Código do Pix Automático" tabIndex={0}>{code.copyPaste}</code>
        <CopyCode code={code.copyPaste}>Copiar código</CopyCode>
        <DemoBank code={code.copyPaste}>Autorizar no banco da demonstração</DemoBank>
        <p className="small">Quem recebe: <strong>{agreement.creditor.legalName}</strong>, CNPJ <span className="nowrap">{formatCnpj(agreement.creditor.cnpj)}</span>. Confira este nome no aplicativo do banco antes de autorizar.</p>
        <p className="small">O aplicativo pode dizer “valor variável”. Cada débito é a parcela deste acordo, no valor que você assinou.</p>
        <p className="small">Depois de autorizar, esta página muda sozinha em até um minuto.</p>
      </div>
      <TakeBack agreement={agreement}>Desistir do Pix Automático</TakeBack>
    </>
  )
}

function Given({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <div className="page-head">
        <PageTitle>Pix Automático ligado</PageTitle>
        <p className="lead">Cada parcela deste acordo sai da sua conta no dia do vencimento. O recibo aparece na página do acordo.</p>
      </div>
      <ButtonLink wide to={paths.agreement(agreement.id)}>Voltar ao acordo</ButtonLink>
      <TakeBack agreement={agreement}>Desligar o Pix Automático</TakeBack>
    </>
  )
}

function TakeBack({ agreement: { id }, children }: { agreement: Agreement; children: string }) {
  const client = useQueryClient()
  const undo = useMutation({ mutationFn: () => takeLeaveBack(id), onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }) })
  return (
    <>
      {undo.isError && <ProblemNotice error={undo.error} />}
      <Button secondary wide busy={undo.isPending} onClick={() => undo.mutate()}>{children}</Button>
    </>
  )
}

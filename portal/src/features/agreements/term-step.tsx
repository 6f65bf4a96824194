import { useState } from 'react'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { paths } from '../../lib/paths.ts'
import { planInWords } from '../../lib/plan-words.ts'
import { formatInstant } from '../../lib/printed-figures.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { BackLink, Page, PageTitle } from '../../ui/page.tsx'
import { AcceptTick, TermBox } from '../../ui/term-box.tsx'

/** For who comes back to an unsigned agreement: the term again, and the tick. */
export function TermStep({ agreement, onAccept }: { agreement: Agreement; onAccept: () => void }) {
  const [accepted, setAccepted] = useState(false)
  const [mistake, setMistake] = useState<string | null>(null)
  const goOn = (): void => {
    if (accepted) onAccept()
    else setMistake('Marque que você leu o termo e aceita assinar por código.')
  }
  return (
    <Page>
      <BackLink to={paths.agreements} />
      <div className="page-head">
        <PageTitle tab="Termo do acordo">Leia o termo antes de assinar</PageTitle>
        <p className="lead">{planInWords(agreement)}. Total de <span className="money">{formatBrl(agreement.totalCents)}</span> para {agreement.creditor.brand.name}.</p>
        <p className="soft small">Este termo espera sua assinatura até {formatInstant(agreement.expiresAt)}.</p>
      </div>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); goOn() }}>
        {mistake && <ErrorSummary mistakes={[{ fieldId: 'accept', text: mistake }]} />}
        <TermBox text={agreement.term.text} />
        <AcceptTick id="accept" checked={accepted} error={mistake ?? undefined} onChange={(on) => { setAccepted(on); setMistake(null) }} />
        <Button type="submit" wide>Assinar com código</Button>
        <ButtonLink secondary wide to={paths.debts}>Agora não</ButtonLink>
      </form>
    </Page>
  )
}

import { useNavigate } from 'react-router'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../../lib/paths.ts'
import { planInWords, planName, usualInstallmentCents } from '../../../lib/plan-words.ts'
import { formatCet } from '../../../lib/printed-figures.ts'
import { Amount } from '../../../ui/amount.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { SummaryList, SummaryRow } from '../../../ui/summary-list.tsx'
import { useDraft } from '../draft.ts'
import { firstDueOn, lastDueOn } from '../option-words.ts'
import { wishInWords } from './wish-words.ts'

/** The plan that the person may have, beside what they offered, and the way to sign it. */
export function AnsweredPlan({ proposal, sheet }: { proposal: MyProposal; sheet: OfferSheet }) {
  const navigate = useNavigate()
  const { creditor, debts, optionId } = proposal
  const { change } = useDraft(creditor.id)
  const option = sheet.options.find(({ id }) => id === optionId)
  if (!option) return null
  const goOn = (): void => {
    change({ debtIds: debts.map(({ id }) => id), dueDay: sheet.dueDay, optionId: option.id })
    void navigate(paths.checkProposal(creditor.id, proposal.id))
  }
  return (
    <>
      <Card aria-label="O plano">
        <p className="soft small">{planName(option)}{option.kind === 'installments' && ', por mês'}</p>
        <p><Amount cents={usualInstallmentCents(option)} size="xl" /></p>
        <Facts option={option} sheet={sheet} wished={wishInWords(proposal.wish)} />
      </Card>
      <Button wide onClick={goOn}>Conferir e assinar</Button>
      <ButtonLink secondary wide to={paths.debts}>Agora não</ButtonLink>
    </>
  )
}

function Facts({ option, sheet, wished }: { option: OfferOption; sheet: OfferSheet; wished: string }) {
  return (
    <SummaryList>
      <SummaryRow name="Você propôs">{wished}</SummaryRow>
      <SummaryRow name="O plano">{planInWords(option)}</SummaryRow>
      <SummaryRow name={option.kind === 'cash' ? 'Pagar até' : 'Primeira parcela'}>{formatDay(firstDueOn(option), { year: true })}</SummaryRow>
      {option.kind === 'installments' && <SummaryRow name="Última parcela">{formatDay(lastDueOn(option), { year: true })}</SummaryRow>}
      <SummaryRow name="Total"><Amount cents={option.totalCents} /></SummaryRow>
      {option.savingCents > 0 && <SummaryRow name="Você economiza"><Amount cents={option.savingCents} /></SummaryRow>}
      <SummaryRow name="Custo efetivo total (CET)">{formatCet(option.cetYearly)}</SummaryRow>
      <SummaryRow name="Vale até">{formatDay(sheet.standsUntil, { year: true })}</SummaryRow>
    </SummaryList>
  )
}

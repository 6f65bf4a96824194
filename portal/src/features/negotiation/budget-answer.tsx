import { Link } from 'react-router'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { paths } from '../../lib/paths.ts'
import { planName, usualInstallmentCents } from '../../lib/plan-words.ts'
import { counted } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { figureInWords, interestInWords } from './option-words.ts'
import { useWish } from './own-offer/wish.ts'

interface BudgetAnswerProps {
  sheet: OfferSheet
  budgetCents: number
  /** The options in sight. */
  shown: readonly OfferOption[]
  chosenId: string | undefined
  onChoose: (optionId: string) => void
  onShowAll: () => void
}

/** How many options fit, with the cheapest of them at hand; says plainly when none does. */
export function BudgetAnswer({ sheet, budgetCents, shown, chosenId, onChoose, onShowAll }: BudgetAnswerProps) {
  const fitting = sheet.options.filter((option) => option.fitsBudget)
  const [cheapest] = fitting
  if (!cheapest) return <NoneFits sheet={sheet} budgetCents={budgetCents} />
  return (
    <Notice icon="check">
      <p>
        <strong>{counted(fitting.length, 'opção cabe', 'opções cabem')} em <span className="money">{formatBrl(budgetCents)}</span> por mês.</strong>
        {fitting.length > 1 && ' A que custa menos no total:'}
      </p>
      <Cheapest option={cheapest} />
      <Button secondary onClick={() => onChoose(cheapest.id)}>
        {chosenId === cheapest.id ? <><Icon name="check" />Opção escolhida</> : 'Escolher esta opção'}
      </Button>
      {fitting.every((option) => shown.includes(option)) ? (
        <p className="small">{fitting.length === 1 ? 'Ela está marcada na lista acima.' : 'Todas estão marcadas na lista acima.'}</p>
      ) : (
        <button type="button" className="link" onClick={onShowAll}>Ver todas na lista</button>
      )}
    </Notice>
  )
}

function Cheapest({ option }: { option: OfferOption }) {
  const inInstallments = option.kind === 'installments'
  return (
    <p>
      {planName(option)}: <Amount cents={usualInstallmentCents(option)} />{inInstallments && ` ${figureInWords(option)}`}
      {inInstallments && <><br /><span className="small soft">Total de <span className="money">{formatBrl(option.totalCents)}</span>, {interestInWords(option)}</span></>}
    </p>
  )
}

function NoneFits({ sheet, budgetCents }: { sheet: OfferSheet; budgetCents: number }) {
  const lowest = Math.min(...sheet.options.map(usualInstallmentCents))
  return (
    <Notice tone="warning">
      <p>
        <strong>Nenhuma opção cabe em <span className="money">{formatBrl(budgetCents)}</span> por mês.</strong>{' '}
        A parcela mais baixa é de <span className="money">{formatBrl(lowest)}</span>.
      </p>
      <p>Não assine o que não cabe.</p>
      {!sheet.voluntary && <ProposeThis creditorId={sheet.creditor.id} budgetCents={budgetCents} />}
      <p>Se preferir, fale com a empresa sobre outro valor:</p>
      <CreditorContact creditor={sheet.creditor} />
      <p><Link to={paths.helpRights}>Quem pode ajudar você de graça</Link></p>
    </Notice>
  )
}

function ProposeThis({ creditorId, budgetCents }: { creditorId: string; budgetCents: number }) {
  const { changeWish } = useWish(creditorId)
  return (
    <ButtonLink secondary to={paths.proposeMonth(creditorId)} onClick={() => changeWish({ monthlyCents: budgetCents, single: false })}>
      {`Propor ${formatBrl(budgetCents)} por mês`}
    </ButtonLink>
  )
}

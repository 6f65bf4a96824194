import { Link } from 'react-router'
import type { OptionOutlook } from '@repactua/shared/contract/affordability.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { planInWords, planName, usualInstallmentCents } from '../../lib/plan-words.ts'
import { formatCet } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { OptionCard } from '../../ui/option-card.tsx'
import { earlyPaymentInWords, figureInWords, firstDueOn, interestInWords, linesOf, optionFieldId, sharedLines } from './option-words.ts'
import { fitsMonth, outlookInWords } from './month/outlook-words.ts'
import type { useShownOptions } from './use-shown-options.ts'

interface OptionQuestionProps {
  options: readonly OfferOption[]
  list: ReturnType<typeof useShownOptions>
  chosenId: string | undefined
  mistake: string | null
  /** What each option would leave of the person's month, where they told it. */
  outlooks: readonly OptionOutlook[]
  /** The way to an offer of the person's own; null where none is taken. */
  proposePath: string | null
  onChoose: (optionId: string) => void
}

/** Every way to pay as one group of radios, in the API's order: by total cost. A few are shown, all are one press away. */
export function OptionQuestion({ options, list, chosenId, mistake, outlooks, proposePath, onChoose }: OptionQuestionProps) {
  const { all, setAll, shown, canFold } = list
  const saidOnce = sharedLines(options)
  return (
    <fieldset className="options-list" aria-describedby={mistake ? 'option-error' : undefined}>
      <legend className="legend-l">Escolha uma opção</legend>
      <p className="soft small">Da que custa menos para a que custa mais, no total.{proposePath && <> Se nenhuma couber, <Link to={proposePath}>proponha outro valor</Link>.</>}</p>
      {saidOnce.map((line) => <p key={line} className="soft small">{line}</p>)}
      {mistake && <FieldError id="option-error" text={mistake} />}
      {shown.map((option) => (
        <OptionCard
          key={option.id} id={optionFieldId(option)} type="radio" name="option" value={option.id}
          checked={option.id === chosenId} onSelect={() => onChoose(option.id)} title={<Title option={option} />} figure={<Figure option={option} />}
        >
          <OptionFacts option={option} saidOnce={saidOnce} />
          <Outlook option={option} outlook={outlooks.find(({ optionId }) => optionId === option.id)} />
        </OptionCard>
      ))}
      {canFold && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Mostrar menos opções' : `Ver todas as ${options.length} opções`}
        </button>
      )}
    </fieldset>
  )
}

// Two ways to pay at once differ by their last day, so it stands in the name of each.
function Title({ option }: { option: OfferOption }) {
  if (option.kind === 'installments') return planName(option)
  return <>{planName(option)} <span className="option-last-day">até {formatDay(firstDueOn(option))}</span></>
}

function Figure({ option }: { option: OfferOption }) {
  return (
    <span>
      <Amount cents={usualInstallmentCents(option)} />
      {option.kind === 'installments' && <span className="small soft"> {figureInWords(option)}</span>}
    </span>
  )
}

function OptionFacts({ option, saidOnce }: { option: OfferOption; saidOnce: readonly string[] }) {
  return (
    <>
      {option.kind === 'installments' && (
        <>
          {(option.downPaymentCents > 0 || option.amortization === 'sac') && <span>{planInWords(option)}</span>}
          <span>Primeira em {formatDay(firstDueOn(option))}</span>
          <span>Total de <span className="money">{formatBrl(option.totalCents)}</span>, {interestInWords(option)}</span>
          {option.interestCents > 0 && <span>CET de {formatCet(option.cetYearly)}</span>}
        </>
      )}
      {option.savingCents > 0 && <strong className="saving">Você economiza <span className="money">{formatBrl(option.savingCents)}</span></strong>}
      {[earlyPaymentInWords(option), ...linesOf(option).filter((line) => !saidOnce.includes(line))].map((words) => words && <span key={words}>{words}</span>)}
      {option.fitsBudget && <span><span className="tag"><Icon name="check" />Cabe no seu mês</span></span>}
    </>
  )
}

function Outlook({ option, outlook }: { option: OfferOption; outlook: OptionOutlook | undefined }) {
  if (!outlook) return null
  const words = outlookInWords(outlook, option.kind)
  return <span>{fitsMonth(outlook) ? <span className="tag"><Icon name="check" />{words}</span> : <span className="tag tag-quiet"><Icon name="info" />{words}</span>}</span>
}

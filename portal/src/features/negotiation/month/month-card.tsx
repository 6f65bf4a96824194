import { Link } from 'react-router'
import type { Affordability, OptionOutlook } from '@repactua/shared/contract/affordability.ts'
import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { planName, usualInstallmentCents } from '../../../lib/plan-words.ts'
import { Amount } from '../../../ui/amount.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { figureInWords } from '../option-words.ts'
import { outlookInWords } from './outlook-words.ts'
import { WhoHelps } from './who-helps.tsx'

interface MonthCardProps {
  sheet: OfferSheet
  answer: Affordability
  monthPath: string
  proposePath: string | null
  chosenId: string | undefined
  onChoose: (optionId: string) => void
  onForget: () => void
}

/** What the three answers say: the option to look at first. It advises and hides nothing. */
export function MonthCard({ sheet, answer, monthPath, proposePath, chosenId, onChoose, onForget }: MonthCardProps) {
  const first = sheet.options.find(({ id }) => id === answer.lookFirst)
  if (!first) return null
  return (
    <Card aria-labelledby="month-title">
      <h2 id="month-title">Cabe no seu mês?</h2>
      <Notice {...(answer.anyFits ? { icon: 'check' } : { tone: 'warning' })}>
        {answer.anyFits ? <p><strong>Comece por esta.</strong> É a que custa menos entre as que deixam o bastante para o básico do mês:</p> : <NoneFits proposePath={proposePath} />}
        <Suggested option={first} outlook={answer.options.find(({ optionId }) => optionId === first.id)} />
        <Button secondary onClick={() => onChoose(first.id)}>{chosenId === first.id ? <><Icon name="check" />Opção escolhida</> : 'Escolher esta opção'}</Button>
      </Notice>
      {!answer.anyFits && <WhoHelps help={answer.help} creditor={sheet.creditor} />}
      <Disclosure title="Como fizemos a conta"><p className="soft">{answer.minimum.note} Se as suas contas do básico passam disso, valem as suas contas. A escolha é sempre sua.</p></Disclosure>
      <p className="month-actions">
        <Link className="link" to={monthPath}>Mudar minhas respostas</Link>
        <button type="button" className="link" onClick={onForget}>Apagar minhas respostas</button>
      </p>
    </Card>
  )
}

function NoneFits({ proposePath }: Pick<MonthCardProps, 'proposePath'>) {
  return (
    <p>
      <strong>Pelas suas contas, nenhuma opção deixa o bastante para o básico do mês.</strong>{' '}
      Você pode esperar, {proposePath ? <Link to={proposePath}>propor outro valor</Link> : 'pedir outro valor'} ou buscar ajuda de graça. A que pesa menos por mês é esta:
    </p>
  )
}

function Suggested({ option, outlook }: { option: OfferOption; outlook: OptionOutlook | undefined }) {
  return (
    <p>
      {planName(option)}: <Amount cents={usualInstallmentCents(option)} />{option.kind === 'installments' && ` ${figureInWords(option)}`}
      {outlook && <><br /><span className="small soft">{outlookInWords(outlook, option.kind)}</span></>}
    </p>
  )
}

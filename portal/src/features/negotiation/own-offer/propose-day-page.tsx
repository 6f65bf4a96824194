import { Navigate, useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DueDayQuestion } from '../due-day-question.tsx'
import { ProposeFrame } from './propose-frame.tsx'
import { useNegotiation } from '../use-negotiation.ts'
import { isComplete, useWish } from './wish.ts'

/** The third question: which day of the month. */
export function ProposeDayPage() {
  const navigate = useNavigate()
  const negotiation = useNegotiation()
  const { creditorId, draft } = negotiation
  const { wish, changeWish } = useWish(creditorId)
  if (!isComplete(wish)) return <Navigate to={paths.proposeMonth(creditorId)} replace />
  return (
    <ProposeFrame negotiation={negotiation} back={paths.proposeNow(creditorId)} title="Que dia é melhor para você?">
      {(sheet) => {
        const dueDay = wish.dueDay ?? draft.dueDay ?? sheet.dueDay
        return (
          <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); changeWish({ dueDay }); void navigate(paths.proposeCheck(creditorId)) }}>
            <DueDayQuestion isAsked dueDay={dueDay} dueDays={sheet.dueDays} onChoose={(day) => changeWish({ dueDay: day })} />
            <Button type="submit" wide>Continuar</Button>
          </form>
        )
      }}
    </ProposeFrame>
  )
}

import { Chips } from '../../ui/chips.tsx'

interface DueDayQuestionProps {
  dueDay: number
  dueDays: readonly number[]
  onChoose: (day: number) => void
  /** The page asks it already. */
  isAsked?: boolean
}

const MOST_CHIPS = 8

/** The day of the month that suits the person. Many days become one native select. */
export function DueDayQuestion({ dueDay, dueDays, onChoose, isAsked = false }: DueDayQuestionProps) {
  if (dueDays.length <= 1) return null
  return (
    <fieldset id="dia">
      <legend className={isAsked ? 'visually-hidden' : 'legend-l'}>Que dia é melhor para você?</legend>
      <p className="soft small">Por exemplo, logo depois de receber.</p>
      {dueDays.length <= MOST_CHIPS ? (
        <Chips name="due-day" unit="Dia" values={dueDays} chosen={dueDay} onChoose={onChoose} />
      ) : (
        <select className="input due-day-select" aria-label="Dia do vencimento" value={dueDay} onChange={(event) => onChoose(Number(event.target.value))}>
          {dueDays.map((day) => <option key={day} value={day}>Dia {day}</option>)}
        </select>
      )}
    </fieldset>
  )
}

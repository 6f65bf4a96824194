import { formatDate } from '@repactua/shared/time/local-date.ts'
import { ANSWERS_FROM, ANSWERS_UNTIL, isAnswered, nextAnswerDay } from '../../core/conversation/answer-hours.ts'
import type { Language } from '../../core/conversation/replies.ts'
import { localHourOf, type Clock } from '../../platform/clock.ts'

/** When somebody answers, said as it is: today, or from which day on. */
export function answerTime(clock: Clock, language: Language): string {
  const now = { on: clock.today(), hour: localHourOf(clock.now()) }
  if (isAnswered(now)) return language === 'pt' ? `Atendemos hoje até as ${ANSWERS_UNTIL}h.` : `We are here until ${ANSWERS_UNTIL}:00 today.`
  const day = formatDate(nextAnswerDay(now)).slice(0, 5)
  return language === 'pt' ? `Respondemos a partir de ${day}, às ${ANSWERS_FROM}h.` : `We answer from ${day} at ${ANSWERS_FROM}:00 on.`
}

import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { calendarFile } from '../../lib/calendar-file.ts'

/** Hands the browser an .ics file with the dates that are still open. It is made here; nothing is sent anywhere. */
export function saveCalendar(agreement: Agreement): void {
  const file = calendarFile(openDays(agreement), new Date().toISOString())
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar;charset=utf-8' }))
  link.download = 'parcelas.ics'
  link.click()
  URL.revokeObjectURL(link.href)
}

// No word of a debt in the title: a calendar is often shared.
function openDays({ id, installments, creditor }: Agreement) {
  return installments
    .filter(({ status }) => status === 'open' || status === 'partly_paid')
    .map(({ number, dueOn, amountCents }) => ({
      uid: `${id}-${number}`,
      date: dueOn,
      title: `Parcela ${number} de ${installments.length}, ${creditor.brand.name}`,
      text: `${formatBrl(amountCents)}. Pague por Pix em ${globalThis.location.host}.`,
    }))
}

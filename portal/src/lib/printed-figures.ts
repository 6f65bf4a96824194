const SAO_PAULO = 'America/Sao_Paulo'
const DAY = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long', timeZone: SAO_PAULO })
const TIME = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit', timeZone: SAO_PAULO })

/** An instant as a day in São Paulo: "21 de novembro de 2026". */
export function formatInstantDay(instant: string): string {
  return DAY.format(new Date(instant)).replace(/^1 de/, '1º de')
}

/** "21 de novembro de 2026, às 10:05". */
export function formatInstant(instant: string): string {
  return `${formatInstantDay(instant)}, às ${TIME.format(new Date(instant))}`
}

/** The CET of the contract ("26.68") as people write it: "26,68% ao ano". */
export function formatCet(cetYearly: string): string {
  return `${cetYearly.replace('.', ',')}% ao ano`
}

/** Basis points as a whole percentage for a headline, cut and never rounded up, so that it promises no more: 4836 -> "48%". */
export function formatWholePercent(bps: number): string {
  return `${Math.floor(bps / 100)}%`
}

/** "2:05", for a countdown in seconds. */
export function formatCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** "1 dívida", "2 dívidas". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

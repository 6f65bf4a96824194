const IN_SAO_PAULO = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'America/Sao_Paulo' })

/** "21 de novembro de 2026 às 12:00:00 (horário de Brasília)". */
export function formatInstant(instant: Date): string {
  return `${IN_SAO_PAULO.format(instant)} (horário de Brasília)`
}

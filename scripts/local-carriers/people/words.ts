import type { Message } from '../state.ts'

export const CHANNEL_NAMES: Record<Message['channel'], string> = { sms: 'SMS', whatsapp: 'WhatsApp', push: 'Aviso', voice: 'Ligação' }

export const STATUS_NAMES: Record<Message['status'], string> = { accepted: 'recebida pela operadora', sent: 'enviada', delivered: 'entregue', read: 'lida', failed: 'não entregue', received: 'enviada por você' }

/** "+5511912345678" as people read it; anything else as it is. */
export function phoneText(phone: string): string {
  return phone.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '($1) $2-$3')
}

export function whenText(at: string): string {
  return WHEN.format(new Date(at))
}

const WHEN = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo', day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' })

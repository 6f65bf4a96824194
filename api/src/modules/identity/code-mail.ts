import type { Mail } from '../../platform/mail/mailer.ts'
import type { ChallengeRecord } from './identity.repository.ts'

const PURPOSES: Record<ChallengeRecord['purpose'], { use: string; notYou: string }> = {
  sign_in: {
    use: 'Digite-o na página em que você pediu para entrar.',
    notYou: 'Se não foi você, ignore este e-mail: sem o código ninguém entra.',
  },
  signature: {
    use: 'Com ele você assina o acordo, ou o ajuste dele, que acabou de ler no portal.',
    notYou: 'Se não foi você, ignore este e-mail: sem o código nada é assinado.',
  },
}

/**
 * The mail that carries a code. Its subject and first lines, which a locked screen shows, say nothing of debts
 * (CDC 42), and there is no link, so that none is ever expected.
 */
export function codeMail(to: string, firstName: string, code: string, purpose: ChallengeRecord['purpose']): Mail {
  const { use, notYou } = PURPOSES[purpose]
  const text = [
    `Olá, ${firstName}.`,
    `Seu código é ${code}`,
    'Ele vale por 5 minutos, contados do seu pedido, e funciona uma vez só.',
    use,
    'Não passe o código a ninguém. Não pedimos códigos por telefone nem por mensagem.',
    notYou,
  ]
  return { to, subject: 'Seu código Repactua', text: `${text.join('\n\n')}\n` }
}

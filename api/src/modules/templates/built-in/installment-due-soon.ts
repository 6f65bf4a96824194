import { builtIn } from './put-in-frame.ts'

export const installmentDueSoon = builtIn({ key: 'installment-due-soon', purpose: 'service', variables: [{ name: 'dueOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Um lembrete para {{dueOn}}',
      preheader: 'Está tudo pronto, quando você quiser.',
      heading: 'Sua parcela é em {{dueOn}}',
      paragraphs: [
        'Olá, {{firstName}}. Uma parcela do seu acordo com {{creditorName}} vence em {{dueOn}}.',
        'O código de pagamento já está pronto. Se esse dia ficou difícil, veja lá dentro o que dá para mudar antes dele.',
        'Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.',
      ],
      button: 'Ver a parcela',
    },
    sms: 'um lembrete para {{dueOn}}.',
    whatsapp: 'Este é um lembrete para {{dueOn}}. O código de pagamento já está pronto lá dentro. Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.',
    push: { title: 'Um lembrete para {{dueOn}}', body: 'Está tudo pronto, quando você quiser.' },
    voice: 'Este é um lembrete para {{dueOn}}.',
  },
  en: {
    email: {
      subject: 'A reminder for {{dueOn}}',
      preheader: 'Everything is ready, whenever you like.',
      heading: 'Your installment is on {{dueOn}}',
      paragraphs: [
        'Hello, {{firstName}}. An installment of your agreement with {{creditorName}} is due on {{dueOn}}.',
        'The payment code is ready. If that day has become difficult, see inside what can be changed before it.',
        'If you have paid already, there is nothing to do: a payment may take a business day to show.',
      ],
      button: 'See the installment',
    },
    sms: 'a reminder for {{dueOn}}.',
    whatsapp: 'This is a reminder for {{dueOn}}. The payment code is ready inside. If you have paid already, there is nothing to do: a payment may take a business day to show.',
    push: { title: 'A reminder for {{dueOn}}', body: 'Everything is ready, whenever you like.' },
    voice: 'This is a reminder for {{dueOn}}.',
  },
})

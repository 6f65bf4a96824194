import { builtIn } from './put-in-frame.ts'

export const installmentDueToday = builtIn({ key: 'installment-due-today', purpose: 'service', variables: [{ name: 'dueOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Seu lembrete de {{dueOn}}',
      preheader: 'Está tudo pronto para você.',
      heading: 'Sua parcela é em {{dueOn}}',
      paragraphs: [
        'Olá, {{firstName}}. Uma parcela do seu acordo com {{creditorName}} vence em {{dueOn}}. O código de pagamento está pronto.',
        'Se esse dia não dá, entre mesmo assim: mostramos o que acontece depois e o que dá para fazer.',
        'Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.',
      ],
      button: 'Ver a parcela',
    },
    sms: 'seu lembrete de {{dueOn}}.',
    whatsapp: 'Este é o seu lembrete de {{dueOn}}. O código de pagamento está pronto lá dentro. Se esse dia não dá, entre mesmo assim: mostramos o que dá para fazer.',
    push: { title: 'Seu lembrete de {{dueOn}}', body: 'Está tudo pronto para você.' },
    voice: 'Este é o seu lembrete de {{dueOn}}.',
  },
  en: {
    email: {
      subject: 'Your reminder of {{dueOn}}',
      preheader: 'Everything is ready for you.',
      heading: 'Your installment is on {{dueOn}}',
      paragraphs: [
        'Hello, {{firstName}}. An installment of your agreement with {{creditorName}} is due on {{dueOn}}. The payment code is ready.',
        'If that day does not work, come in all the same: we show what happens next and what can be done.',
        'If you have paid already, there is nothing to do: a payment may take a business day to show.',
      ],
      button: 'See the installment',
    },
    sms: 'your reminder of {{dueOn}}.',
    whatsapp: 'This is your reminder of {{dueOn}}. The payment code is ready inside. If that day does not work, come in all the same: we show what can be done.',
    push: { title: 'Your reminder of {{dueOn}}', body: 'Everything is ready for you.' },
    voice: 'This is your reminder of {{dueOn}}.',
  },
})

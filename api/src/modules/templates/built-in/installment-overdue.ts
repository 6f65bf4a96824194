import { builtIn } from './put-in-frame.ts'

export const installmentOverdue = builtIn({ key: 'installment-overdue', purpose: 'service', variables: [{ name: 'dueOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Ainda dá tempo',
      preheader: 'Veja como resolver com calma.',
      heading: 'Ainda dá tempo de resolver',
      paragraphs: [
        'Olá, {{firstName}}. A parcela de {{dueOn}} do seu acordo com {{creditorName}} ainda não apareceu como paga.',
        'Entre para ver o valor de hoje, com cada acréscimo pelo nome, e o código para pagar. Se o momento está difícil, há outros caminhos lá dentro.',
        'Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.',
      ],
      button: 'Ver o que dá para fazer',
    },
    sms: 'ainda dá tempo de resolver com calma.',
    whatsapp: 'Sobre {{dueOn}}: ainda dá tempo de resolver com calma. Se o momento está difícil, há outros caminhos lá dentro. Se você já pagou, não precisa fazer nada: um pagamento pode levar um dia útil para aparecer.',
    push: { title: 'Ainda dá tempo', body: 'Veja como resolver com calma.' },
    voice: 'Ainda dá tempo de resolver com calma.',
  },
  en: {
    email: {
      subject: 'There is still time',
      preheader: 'See how to sort it out calmly.',
      heading: 'There is still time to sort it out',
      paragraphs: [
        'Hello, {{firstName}}. The installment of {{dueOn}} of your agreement with {{creditorName}} does not show as paid yet.',
        'Come in to see the amount of today, with each addition by its name, and the code to pay. If times are hard, there are other ways inside.',
        'If you have paid already, there is nothing to do: a payment may take a business day to show.',
      ],
      button: 'See what can be done',
    },
    sms: 'there is still time, calmly.',
    whatsapp: 'About {{dueOn}}: there is still time to sort it out calmly. If times are hard, there are other ways inside. If you have paid already, there is nothing to do: a payment may take a business day to show.',
    push: { title: 'There is still time', body: 'See how to sort it out calmly.' },
    voice: 'There is still time to sort it out calmly.',
  },
})

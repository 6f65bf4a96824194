import { builtIn } from './put-in-frame.ts'

export const promiseNear = builtIn({ key: 'promise-near', purpose: 'service', variables: [{ name: 'promisedOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Um lembrete para {{promisedOn}}',
      preheader: 'O dia que você escolheu está chegando.',
      heading: 'O dia que você escolheu está chegando',
      paragraphs: [
        'Olá, {{firstName}}. Você nos disse que pretende resolver em {{promisedOn}}. Este é só um lembrete.',
        'Tudo está pronto lá dentro, com o código de pagamento. Se o dia não serve mais, escolha outro.',
      ],
      button: 'Ver ou mudar o dia',
    },
    sms: 'um lembrete para {{promisedOn}}.',
    whatsapp: 'Este é só um lembrete do dia que você escolheu: {{promisedOn}}. Tudo está pronto lá dentro. Se o dia não serve mais, escolha outro.',
    push: { title: 'Um lembrete para {{promisedOn}}', body: 'O dia que você escolheu está chegando.' },
    voice: 'Este é só um lembrete do dia que você escolheu: {{promisedOn}}.',
  },
  en: {
    email: {
      subject: 'A reminder for {{promisedOn}}',
      preheader: 'The day that you chose is near.',
      heading: 'The day that you chose is near',
      paragraphs: [
        'Hello, {{firstName}}. You told us that you mean to settle on {{promisedOn}}. This is only a reminder.',
        'Everything is ready inside, with the payment code. If the day no longer suits you, choose another.',
      ],
      button: 'See or change the day',
    },
    sms: 'a reminder for {{promisedOn}}.',
    whatsapp: 'This is only a reminder of the day that you chose: {{promisedOn}}. Everything is ready inside. If the day no longer suits you, choose another.',
    push: { title: 'A reminder for {{promisedOn}}', body: 'The day that you chose is near.' },
    voice: 'This is only a reminder of the day that you chose: {{promisedOn}}.',
  },
})

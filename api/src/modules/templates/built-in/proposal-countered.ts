import { builtIn } from './put-in-frame.ts'

export const proposalCountered = builtIn({ key: 'proposal-countered', purpose: 'service' }, {
  'pt-BR': {
    email: {
      subject: 'Respondemos à sua proposta',
      preheader: 'Veja o que {{creditorName}} sugere.',
      heading: 'Há uma resposta para você',
      paragraphs: [
        'Olá, {{firstName}}. Recebemos sua proposta e pensamos em outra forma, próxima da sua.',
        'Entre para ver as duas lado a lado. Você aceita, propõe de novo ou deixa como está.',
      ],
      button: 'Ver a resposta',
    },
    sms: 'sua proposta tem uma resposta.',
    whatsapp: 'Recebemos sua proposta e pensamos em outra forma, próxima da sua. Você aceita, propõe de novo ou deixa como está.',
    push: { title: 'Há uma resposta para você', body: 'Entre para ver e decidir com calma.' },
    voice: 'Há uma resposta ao que você propôs.',
  },
  en: {
    email: {
      subject: 'We answered your proposal',
      preheader: 'See what {{creditorName}} suggests.',
      heading: 'There is an answer for you',
      paragraphs: [
        'Hello, {{firstName}}. We got your proposal and thought of another way, close to yours.',
        'Come in to see both side by side. Accept it, propose again or leave it as it is.',
      ],
      button: 'See the answer',
    },
    sms: 'your proposal has an answer.',
    whatsapp: 'We got your proposal and thought of another way, close to yours. Accept it, propose again or leave it as it is.',
    push: { title: 'There is an answer for you', body: 'Come in to see it and decide calmly.' },
    voice: 'There is an answer to what you proposed.',
  },
})

import { builtIn } from './put-in-frame.ts'

export const disputeAnswered = builtIn({ key: 'dispute-answered', purpose: 'service' }, {
  'pt-BR': {
    email: {
      subject: 'Sua pergunta tem uma resposta',
      preheader: 'Entre para ler o que verificamos.',
      heading: 'Verificamos o que você nos contou',
      paragraphs: [
        'Olá, {{firstName}}. {{creditorName}} verificou o que você nos contou e respondeu.',
        'A resposta está lá dentro, com o que decidimos e por quê. Se não concordar, mostramos onde você pode pedir ajuda, como o Procon.',
      ],
      button: 'Ler a resposta',
    },
    sms: 'sua pergunta tem uma resposta.',
    whatsapp: 'Verificamos o que você nos contou. A resposta está lá dentro, com o que decidimos e por quê. Se não concordar, mostramos onde pedir ajuda.',
    push: { title: 'Sua pergunta tem uma resposta', body: 'Entre para ler o que verificamos.' },
    voice: 'Verificamos o que você nos contou, e há uma resposta.',
  },
  en: {
    email: {
      subject: 'Your question has an answer',
      preheader: 'Come in to read what we found.',
      heading: 'We checked what you told us',
      paragraphs: [
        'Hello, {{firstName}}. {{creditorName}} checked what you told us and answered.',
        'The answer is inside, with what we decided and why. If you disagree, we show where you can ask for help, such as Procon.',
      ],
      button: 'Read the answer',
    },
    sms: 'your question has an answer.',
    whatsapp: 'We checked what you told us. The answer is inside, with what we decided and why. If you disagree, we show where you can ask for help.',
    push: { title: 'Your question has an answer', body: 'Come in to read what we found.' },
    voice: 'We checked what you told us, and there is an answer.',
  },
})

import { builtIn } from './put-in-frame.ts'

export const offerNotSigned = builtIn({ key: 'offer-not-signed', purpose: 'collection' }, {
  'pt-BR': {
    email: {
      subject: 'Ficou alguma dúvida?',
      preheader: 'Você pode continuar de onde parou.',
      heading: 'Continue quando quiser',
      paragraphs: [
        'Olá, {{firstName}}. Aqui é {{creditorName}}.',
        'Você viu suas opções e ainda não escolheu, e está tudo bem. Se ficou alguma dúvida, cada valor abre e mostra de onde vem.',
        'Se nenhuma opção cabe no seu mês, proponha a sua: dizemos logo se dá.',
      ],
      button: 'Continuar',
    },
    sms: 'você pode continuar de onde parou.',
    whatsapp: 'Você viu suas opções e ainda não escolheu, e está tudo bem. Se nenhuma cabe no seu mês, dá para propor a sua. Você pode continuar de onde parou.',
    push: { title: 'Ficou alguma dúvida?', body: 'Você pode continuar de onde parou.' },
    voice: 'Você viu suas opções e pode continuar de onde parou, quando quiser.',
  },
  en: {
    email: {
      subject: 'Any questions left?',
      preheader: 'You can go on from where you stopped.',
      heading: 'Go on whenever you like',
      paragraphs: [
        'Hello, {{firstName}}. This is {{creditorName}}.',
        'You saw your options and have not chosen yet, which is fine. If anything is unclear, each amount opens and shows where it comes from.',
        'If none of them fits your month, propose your own: we say at once whether it works.',
      ],
      button: 'Go on',
    },
    sms: 'you can go on where you stopped.',
    whatsapp: 'You saw your options and have not chosen yet, which is fine. If none fits your month, you can propose your own. You can go on from where you stopped.',
    push: { title: 'Any questions left?', body: 'You can go on from where you stopped.' },
    voice: 'You saw your options and can go on from where you stopped, whenever you like.',
  },
})

import { builtIn } from './put-in-frame.ts'

export const agreementThanks = builtIn({ key: 'agreement-thanks', purpose: 'service' }, {
  'pt-BR': {
    email: {
      subject: 'Obrigado por cumprir o combinado',
      preheader: 'Está tudo certo. Guarde seu documento.',
      heading: 'Está tudo certo, {{firstName}}',
      paragraphs: [
        'Você cumpriu o que combinou com {{creditorName}}, e não falta nada. Obrigado.',
        'Sua carta de quitação já está pronta. Guarde com você: ela prova que está tudo pago.',
      ],
      button: 'Baixar a carta de quitação',
    },
    sms: 'está tudo certo. Obrigado.',
    whatsapp: 'Está tudo certo: você cumpriu o que combinou, e não falta nada. Obrigado. Seu documento já está pronto para guardar.',
    push: { title: 'Está tudo certo', body: 'Seu documento já está pronto para guardar.' },
    voice: 'Está tudo certo, e não falta nada. Obrigado por cumprir o combinado.',
  },
  en: {
    email: {
      subject: 'Thank you for keeping your word',
      preheader: 'All is well. Keep your document.',
      heading: 'All is well, {{firstName}}',
      paragraphs: [
        'You kept what you agreed with {{creditorName}}, and nothing is missing. Thank you.',
        'Your letter of discharge is ready. Keep it: it proves that all is paid.',
      ],
      button: 'Get the letter of discharge',
    },
    sms: 'all is well. Thank you.',
    whatsapp: 'All is well: you kept what you agreed, and nothing is missing. Thank you. Your document is ready to be kept.',
    push: { title: 'All is well', body: 'Your document is ready to be kept.' },
    voice: 'All is well, and nothing is missing. Thank you for keeping your word.',
  },
})

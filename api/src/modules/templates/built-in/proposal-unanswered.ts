import { builtIn } from './put-in-frame.ts'

export const proposalUnanswered = builtIn({ key: 'proposal-unanswered', purpose: 'service' }, {
  'pt-BR': {
    email: {
      subject: 'Sobre a sua proposta',
      preheader: 'O prazo da resposta passou.',
      heading: 'Sua proposta ficou sem resposta',
      paragraphs: [
        'Olá, {{firstName}}. {{creditorName}} não respondeu à sua proposta no prazo, e ela não vale mais. Nada muda para você por isso.',
        'Entre quando quiser para ver as opções de hoje ou propor de novo.',
      ],
      button: 'Ver minhas opções',
    },
    sms: 'o prazo da resposta à sua proposta passou.',
    whatsapp: 'Sua proposta ficou sem resposta no prazo, e não vale mais. Nada muda para você por isso. Entre quando quiser para ver as opções de hoje ou propor de novo.',
    push: { title: 'Sobre a sua proposta', body: 'O prazo da resposta passou.' },
    voice: 'O prazo da resposta à sua proposta passou.',
  },
  en: {
    email: {
      subject: 'About your proposal',
      preheader: 'The time for an answer is over.',
      heading: 'Your proposal was not answered',
      paragraphs: [
        'Hello, {{firstName}}. {{creditorName}} did not answer your proposal in time, and it does not stand any more. Nothing changes for you because of that.',
        'Come in whenever you like to see what is possible today, or to propose again.',
      ],
      button: 'See my options',
    },
    sms: 'the time for an answer to your proposal is over.',
    whatsapp: 'Your proposal was not answered in time, and does not stand any more. Nothing changes for you because of that. Come in whenever you like to see what is possible today, or to propose again.',
    push: { title: 'About your proposal', body: 'The time for an answer is over.' },
    voice: 'The time for an answer to your proposal is over.',
  },
})

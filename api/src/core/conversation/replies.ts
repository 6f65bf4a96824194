/** In what a person is answered: in what they wrote in last, where that can be told. */
export type Language = 'pt' | 'en'

const PT = {
  greeting: 'Oi, aqui é {creditor}. Escreva um número: 1 valores, 2 opções, 3 Pix, 4 combinar um dia, 5 já paguei, 6 pessoa. Ou SAIR.',
  menu: 'Escreva um número: 1 valores, 2 opções, 3 código Pix, 4 combinar um dia, 5 já paguei, 6 falar com uma pessoa. Ou SAIR.',
  unknown: 'Não entendi bem. Escreva um número: 1 valores, 2 opções, 3 Pix, 4 combinar um dia, 5 já paguei, 6 pessoa. Ou SAIR.',
  thanks: 'Certo. Se precisar de mais alguma coisa, escreva MENU ou PESSOA. Para não receber mensagens, SAIR.',
  who: 'Aqui é {creditor}. Confira o código da mensagem em {site}/mensagens ou entre com seu CPF. Ou escreva PESSOA.',
  upset: 'Entendido. Se quiser falar com alguém da equipe, escreva PESSOA. Para não receber mais mensagens, escreva SAIR.',
  site: 'Para ver tudo com segurança, entre com seu CPF em {link}. Se preferir, escreva PESSOA.',
  ask_identity: 'Escreva seu nascimento (dia/mês/ano) e os 3 últimos números do CPF. Ou entre em {link}',
  mistaken: 'Não conferiu. Escreva nascimento (dia/mês/ano) e os 3 últimos números do CPF. Ou entre em {link}',
  locked: 'Não conferiu. Para proteger seus dados, uma pessoa da equipe continua com você. {when}',
  balance: 'O valor hoje é {amount}, com o que a lei e o contrato somam até aqui. Veja cada parte e suas opções em {link}',
  nothing_open: 'Não achei nada aberto no seu nome. Para conferir, entre em {link} ou escreva PESSOA.',
  nothing_offered: 'Hoje não tenho opções para mostrar por aqui. Veja em {link} ou escreva PESSOA.',
  options: 'Opções de hoje:\n{options}\nEscreva o número da que prefere. Nada é fechado por aqui: você confere e assina no site. Ou escreva PESSOA.',
  ask_option: 'Escreva só o número da opção que prefere, ou MENU para voltar. Se quiser, escreva PESSOA.',
  option_link: 'Para conferir com calma e assinar, entre em {link}. Nada vale antes da sua assinatura.',
  code_coming: 'O código Pix vem na próxima mensagem, pronto para copiar e colar. Dúvidas: escreva PESSOA.',
  no_installment: 'Não achei parcela aberta no seu nome. Veja em {link} ou escreva PESSOA.',
  ask_day: 'Em que dia fica bom para você? Escreva, por exemplo, 10/12 ou sexta. Se preferir, escreva PESSOA.',
  ask_day_again: 'Não entendi o dia. Escreva com números, por exemplo 10/12. Se preferir, escreva PESSOA.',
  day_too_far: 'Por aqui anoto um dia até {day}. Escreva outro dia, ou veja suas opções em {link}',
  promised: 'Anotado: {day}. Até lá, só um lembrete. Mudou? Escreva outro dia. Para pagar, entre em {link}',
  paid: 'Obrigado por avisar. Paramos por 2 dias e vamos procurar. Se puder, escreva o dia e o número do recibo, ou PESSOA.',
  reference_kept: 'Obrigado, isso ajuda. A equipe confere e responde por aqui. Se precisar, escreva MENU ou PESSOA.',
  not_me: 'Obrigado por avisar, e desculpe o incômodo. Não escrevemos mais para este número. Se precisar de algo, escreva PESSOA.',
  stopped: 'Pronto: não escrevemos mais por aqui. Se um dia precisar, escreva OI ou entre em {site}',
  hand_over: 'Claro. Uma pessoa da equipe vai responder por aqui. {when}',
  complaint: 'Entendido. Uma pessoa da equipe vai ler e responder por aqui. {when}',
  lost: 'Ainda não entendi, e não quero insistir. Uma pessoa da equipe vai responder por aqui. {when}',
  still_waiting: 'Anotado. Uma pessoa da equipe lê tudo e responde por aqui. {when}',
  deceased: 'Sentimos muito. Não escrevemos mais sobre isso. Uma pessoa da equipe vai ajudar por aqui. {when}',
  hardship: 'Obrigado por contar. Paramos por {days} dias. Veja o que cabe no seu mês em {link} ou escreva PESSOA.',
  contested: 'Recebemos. A cobrança fica parada até a resposta, que vem até {day}. Acompanhe em {link}',
  contest_link: 'Você pode contestar, e a cobrança para na hora. Conte o que houve em {link} ou escreva PESSOA.',
} as const

export type ReplyKey = keyof typeof PT

const EN: Record<ReplyKey, string> = {
  greeting: 'Hi, this is {creditor}. Write a number: 1 amounts, 2 options, 3 Pix, 4 agree on a day, 5 already paid, 6 a person. Or STOP.',
  menu: 'Write a number: 1 amounts, 2 options, 3 Pix code, 4 agree on a day, 5 already paid, 6 talk to a person. Or STOP.',
  unknown: 'I did not get that. Write a number: 1 amounts, 2 options, 3 Pix, 4 agree on a day, 5 already paid, 6 a person. Or STOP.',
  thanks: 'All right. If you need anything else, write MENU or AGENT. To get no more messages, STOP.',
  who: 'This is {creditor}. Check the code of the message at {site}/mensagens or sign in. Or write AGENT.',
  upset: 'Understood. To talk to a person of the team, write AGENT. To get no more messages, write STOP.',
  site: 'To see everything safely, sign in with your CPF at {link}. Or write AGENT for a person.',
  ask_identity: 'Write your birth date (day/month/year) and the last 3 digits of your CPF. Or sign in at {link}',
  mistaken: 'No match. Write your birth date (day/month/year) and the last 3 digits of the CPF. Or use {link}',
  locked: 'That did not match. To protect your data, a person of the team goes on with you. {when}',
  balance: 'The amount today is {amount}, with what law and contract add so far. See each part and your options at {link}',
  nothing_open: 'I found nothing open in your name. To check, go to {link} or write AGENT for a person.',
  nothing_offered: 'I have no options to show here today. See {link} or write AGENT for a person.',
  options: 'Options of today:\n{options}\nWrite the number of the one you prefer. Nothing is closed here: you check and sign on the site. Or write AGENT.',
  ask_option: 'Write just the number of the option, or MENU to go back. Or write AGENT for a person.',
  option_link: 'To check everything in peace and sign, go to {link}. Nothing counts before your signature.',
  code_coming: 'The Pix code comes in the next message, ready to copy and paste. Questions: write AGENT.',
  no_installment: 'I found no open installment in your name. See {link} or write AGENT for a person.',
  ask_day: 'Which day is good for you? Write, for example, 10/12 (day/month). Or write AGENT for a person.',
  ask_day_again: 'I did not get the day. Write it in numbers, day/month: 10/12. Or write AGENT for a person.',
  day_too_far: 'Here I can note a day until {day}. Write another one, or see your options at {link}',
  promised: 'Noted: {day}. Until then, only a reminder. Changed? Write another day. To pay, go to {link}',
  paid: 'Thank you for telling. We pause for 2 days and look for it. If you can, write the day and number of the receipt, or AGENT.',
  reference_kept: 'Thank you, that helps. The team checks it and answers here. If you need, write MENU or AGENT.',
  not_me: 'Thank you for telling, and sorry for the trouble. We write to this number no more. If you need us, write AGENT.',
  stopped: 'Done: we write here no more. If you need us one day, write HI or go to {site}',
  hand_over: 'Of course. A person of the team will answer here. {when}',
  complaint: 'Understood. A person of the team will read this and answer here. {when}',
  lost: 'I still do not get it, and do not want to insist. A person of the team will answer here. {when}',
  still_waiting: 'Noted. A person of the team reads everything and answers here. {when}',
  deceased: 'We are very sorry. We write no more about this. A person of the team will help here. {when}',
  hardship: 'Thank you for telling. We pause for {days} days. See what fits your month at {link} or write AGENT.',
  contested: 'Received. Collection stands still until the answer, which comes by {day}. Follow it at {link}',
  contest_link: 'You can contest it, and collection stops at once. Tell what happened at {link} or write AGENT.',
}

/** Every text of the machine, by language: built in, so that no creditor can make one threaten. */
export const REPLIES: Record<Language, Record<ReplyKey, string>> = { pt: PT, en: EN }

/** A reply with its values. A value that is missing is a fault: the text is not sent with a hole. */
export function writeReply(language: Language, key: ReplyKey, values: Readonly<Record<string, string>>): string {
  return REPLIES[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the reply ${key} lacks ${name}`)
    return value
  })
}

/** What a person may want. `unknown` is everything else. */
export const INTENTS = [
  'greeting', 'thanks', 'menu', 'who', 'balance', 'offers', 'pix_copy', 'promise', 'paid', 'not_me', 'stop', 'person',
  'wrong_amount', 'not_mine', 'fraud', 'deceased', 'hardship', 'complaint', 'upset',
] as const
export type Intent = (typeof INTENTS)[number]

/**
 * Whole words in their order, as `normaliseSentence` leaves them. `..` stands for at most three words, `a|b` for one of them,
 * `negoci*` for whatever begins so. Under `null` stands what looks like an intent and is none.
 */
export const PHRASES: readonly (readonly [Intent | null, readonly string[]])[] = [
  [null, [
    'nao paguei', 'nao .. paguei', 'ainda nao .. pag*', 'quando eu pagar', 'se eu pagar', 'como .. pagar', 'onde .. pagar', 'parar de pagar|trabalhar|estudar|beber|fumar', 'nao pare|parar', 'sem parar', 'nao para de',
    'nao preciso falar', 'nao quero falar', 'nao quero negociar', 'nao quero acordo', 'numero de parcela', 'outra pessoa', 'nao morreu|faleceu', 'nao e golpe|fraude', 'dia da semana',
  ]],
  ['greeting', ['oi', 'ola', 'opa', 'eai', 'e ai', 'boa tarde|noite', 'bom dia', 'alo', 'tudo bem|bom', 'hello', 'hi']],
  ['thanks', ['obrigado', 'valeu', 'agradecid*', 'agradec*', 'ok', 'beleza', 'entendi', 'combinado', 'certo', 'show', 'perfeito', 'thanks', 'thank you', 'deus abencoe']],
  ['menu', ['menu', 'ajuda', 'help', 'opcoes do menu', 'o que voce|voces faz|fazem', 'me ajud*', 'preciso de ajuda', 'como funciona', 'voltar', 'inicio', 'comecar']],
  ['who', [
    'quem e|sao voce|voces', 'quem e', 'quem esta falando', 'quem fala', 'quem mandou', 'de onde e|sao', 'que empresa', 'qual empresa', 'e golpe', 'isso .. golpe', 'parece golpe', 'e verdade|verdadeiro|real|confiavel|seguro', 'e fraude mesmo',
    'como conseguiu .. numero', 'como pegou .. numero', 'quem te passou .. numero', 'who is this', 'is this a scam',
  ]],
  ['balance', [
    'quanto .. dev*', 'quanto .. divida', 'quanto .. falta', 'quanto .. total', 'quanto e', 'quanto esta', 'quanto ficou|fica', 'qual .. valor', 'qual .. divida', 'que divida', 'valor .. divida', 'valor total', 'valor .. atual*', 'saldo', 'saldo devedor', 'minha divida', 'estou devendo', 'o que .. devo', 'divida .. e de que', 'sobre o que', 'how much', 'balance', 'quero pagar', 'quero quitar', 'gostaria de pagar',
  ]],
  ['offers', [
    'negoci*', 'renegoci*', 'quero .. acordo', 'fazer .. acordo', 'acordo', 'propost*', 'oferta*', 'desconto*', 'parcelar', 'parcelament*', 'parcela em', 'dividir em', 'dividir', 'quais .. opcoes', 'opcoes', 'condicoes', 'faz por quanto', 'menos .. valor', 'quitar .. desconto', 'a vista', 'payment plan', 'discount',
  ]],
  ['pix_copy', [
    'pix', 'chave pix', 'codigo pix', 'codigo .. pix', 'manda .. pix', 'copia e cola', 'qr code', 'qrcode', 'segunda via', '2 via', '2a via', 'boleto', 'novo boleto', 'codigo de barras', 'linha digitavel', 'codigo de pagamento', 'perdi .. boleto', 'boleto venceu', 'manda .. codigo', 'envia .. codigo',
  ]],
  ['promise', [
    'vou pagar', 'vou .. pagar', 'pretendo pagar', 'prometo pagar', 'prometo', 'consigo pagar', 'posso pagar', 'so posso pagar', 'so consigo pagar', 'pagarei', 'pago', 'eu pago', 'farei o pagamento', 'faco o pagamento', 'fazer o pagamento', 'acerto', 'combinar .. dia', 'agendar', 'marcar .. dia', 'me da .. prazo', 'mais prazo', 'esperar ate', 'depositar', 'deposito', 'faco o pix', 'mando o pix', 'faco um pix', 'quando receber', 'quando eu receber', 'quando cair', 'i will pay',
  ]],
  ['paid', [
    'paguei', 'ja paguei', 'eu paguei', 'ja .. pag*', 'ja foi pag*', 'foi pag*', 'esta pag*', 'ja esta pag*', 'ja quitei', 'quitei', 'ja quitad*', 'esta quitad*', 'foi quitad*', 'pagamento .. feito|realizado|efetuado', 'fiz .. pagamento', 'fiz o pix', 'fiz um pix', 'ja fiz .. pix', 'comprovante', 'segue .. comprovante', 'tenho .. comprovante', 'ja acertei', 'nao devo', 'nao devo nada', 'nao estou devendo', 'nao tenho divida', 'already paid', 'i paid',
  ]],
  ['not_me', [
    'nao sou eu', 'nao sou .. pessoa', 'nao sou ele|ela', 'nao e meu|minha numero|nome|telefone|celular', 'nao e .. dele|dela', 'numero errado', 'telefone errado', 'pessoa errado', 'contato errado', 'e engano', 'foi engano', 'por engano', 'ligou errado', 'nao conheco', 'nao conheco .. pessoa', 'nao sei quem e', 'esse numero .. nao e', 'nao e esse numero', 'numero .. mudou', 'numero novo', 'comprei .. chip', 'nao mora|trabalha aqui', 'nao mora mais', 'nao se chama', 'nao me chamo', 'meu nome nao e', 'nao e .. nome', 'ninguem .. com esse nome', 'nao tem ninguem', 'wrong number', 'wrong person', 'not me',
  ]],
  ['stop', [
    'stop', 'pare', 'parar', 'parar de me', 'parar de mandar|enviar|receber|escrever|perturbar|encher|cobrar|ligar', 'para de me', 'para de mandar|enviar|receber|escrever|perturbar|encher|cobrar|ligar', 'pare de', 'nao .. para de mandar', 'descadastrar', 'me descadastr*', 'unsubscribe', 'nao quero .. receber', 'nao quero mais', 'nao desejo .. receber', 'nao mande|mandem|envie|enviem|escreva|escrevam|ligue|liguem', 'nao me mande|mandem|envie|enviem|escreva|escrevam|ligue|liguem|perturbe|perturbem', 'nao autorizo', 'me tira', 'tira|tire|tirar .. numero', 'me tire|tirem', 'tira .. lista', 'tire .. lista', 'me remov*', 'remov* .. numero', 'remov* .. lista', 'exclu* .. numero|cadastro|contato', 'apag* .. numero', 'me exclu*', 'me deix* em paz', 'deixa* em paz', 'vou bloquear', 'bloquear', 'chega de mensagem', 'sair da lista', 'cancelar .. mensagem|envio|inscricao|cadastro', 'lgpd',
  ]],
  ['person', [
    'falar com', 'quero falar', 'atendente*', 'atendimento', 'atendimento humano', 'humano', 'alguem', 'uma pessoa', 'pessoa', 'pessoa de verdade', 'operador*', 'gerente', 'robo', 'e um robo', 'me liga*', 'me ligue*', 'podem me ligar', 'telefone de voces', 'nao quero .. robo', 'talk to', 'agent', 'human',
  ]],
  ['wrong_amount', ['valor errado', 'valor .. errado', 'valor .. divida .. errado', 'divida .. errado', 'valor .. nao .. certo', 'valor .. absurdo', 'valor .. incorreto', 'nao e esse valor', 'nao devo tudo isso', 'nao devo isso', 'cobrando .. errado', 'cobranca indevida', 'cobranca errado', 'juros abusiv*', 'juros .. alto*', 'muito alto', 'contestar', 'contest*', 'discordo', 'nao concordo']],
  ['not_mine', ['nao reconheco', 'divida .. nao e minha', 'nao e minha divida', 'essa divida nao', 'nao fiz .. compra', 'nunca comprei', 'nunca fiz', 'nunca tive', 'nao comprei', 'nao contratei', 'nunca contratei', 'nao fui eu', 'desconheco', 'nao tenho conta']],
  ['fraud', ['fui vitima', 'vitima de golpe|fraude', 'clonaram', 'usaram meu|meus nome|cpf|dados|documentos|documento', 'roubaram', 'fraude', 'golpe', 'cai em .. golpe', 'boletim de ocorrencia', 'falsificaram', 'perdi .. documentos']],
  ['deceased', ['faleceu', 'morreu', 'morta', 'morto', 'obito', 'nao esta mais entre nos', 'falecimento', 'viuva', 'viuvo', 'espolio', 'inventario', 'atestado de obito', 'descansou', 'passed away', 'deceased']],
  ['hardship', [
    'desempregado', 'sem emprego|trabalho|dinheiro|condicoes|grana', 'perdi .. emprego', 'mandad* embora', 'estou doente', 'nao tenho .. dinheiro|condicoes|grana|como', 'nao consigo .. pagar', 'nao posso .. pagar', 'nao da .. pagar', 'nao tenho como .. pagar', 'passando fome|dificuldade*|necessidade*', 'dificuldade*', 'sem renda', 'superendivid*', 'apertad*', 'esta|muito dificil', 'dificil .. pagar', 'aposentad* .. pouco', 'hospital', 'internad*', 'cancer', 'nao recebi .. salario', 'cannot pay',
  ]],
  ['complaint', ['procon', 'process*', 'advogad*', 'justica', 'reclame aqui', 'reclamac*', 'reclamar', 'ouvidoria', 'defensoria', 'juizado', 'dano moral', 'danos morais', 'bacen', 'banco central', 'policia', 'denunci*', 'ameaca*', 'assedio']],
  ['upset', ['merda', 'porra', 'caralho', 'fdp', 'filho da puta', 'puta', 'vsf', 'vtnc', 'tnc', 'vai|vao se *', 'vai|vao tomar *', 'vai pro inferno', 'ladrao', 'ladroes', 'vagabund*', 'palhac*', 'golpista*', 'bandido*', 'otario*', 'idiota*', 'lixo', 'nojent*', 'desgrac*', 'inferno', 'nunca vou pagar', 'nao vou pagar', 'me processa*', 'absurdo', 'vergonha', 'saco']],
]

/** Words that mean it only where the sentence says nothing else: `sair` may well be of a house, `para` a preposition. */
export const ALONE: readonly (readonly [Intent, readonly string[]])[] = [
  ['stop', ['sair', 'cancelar', 'cancela', 'para', 'chega', 'basta', 'remover', 'excluir', 'cancel', 'end', 'quit']],
  ['promise', ['dia', 'data', 'promessa']],
  ['balance', ['valor', 'valores', 'divida', 'quanto', 'consultar', 'consulta', 'pagar']],
  ['not_me', ['engano', 'errado']],
  ['paid', ['pago', 'quitado', 'pagou']],
]

/** What changes nothing of a word that stands alone. */
export const FILLERS = ['por', 'favor', 'eu', 'agora', 'ja', 'quero', 'queria', 'gostaria', 'de', 'moca', 'moco', 'senhor', 'senhora', 'oi', 'ola', 'bom', 'dia', 'boa', 'tarde', 'noite', 'voce', 'me', 'o', 'a', 'os', 'as']

/** One that is meant whatever else is said, in this order; `stop` before all. */
export const FIRST: readonly Intent[] = ['stop', 'deceased', 'not_me', 'complaint', 'person']
/** What gives way to anything else. */
export const SOFT: readonly Intent[] = ['greeting', 'thanks', 'menu', 'upset']
/** What holds what: to ask for an agreement is to ask what is owed too. */
export const HOLDS: Partial<Record<Intent, readonly Intent[]>> = {
  offers: ['balance'], pix_copy: ['balance'], fraud: ['not_mine', 'wrong_amount', 'balance'], not_mine: ['wrong_amount', 'balance'], wrong_amount: ['balance'], hardship: ['balance', 'offers'],
  paid: ['balance', 'not_mine'], who: ['balance'], promise: ['balance'],
}

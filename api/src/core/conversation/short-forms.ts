/** Signs that say something alone. Any other is left out. */
export const SIGNS: readonly (readonly [string, string])[] = [
  ['👍', 'ok'], ['👌', 'ok'], ['🙏', 'obrigado'], ['🛑', 'pare'], ['✋', 'pare'], ['🚫', 'pare'], ['❤', 'obrigado'],
]

const WRITTEN_OUT: Record<string, string> = {
  'vc vce voce vose c6': 'voce', 'vcs voces voceis': 'voces', 'qnt qto qnto qt quantu cuanto qunto': 'quanto', 'qdo qnd': 'quando', 'q qe ki': 'que', 'ql': 'qual',
  'n nn naum num': 'nao', 'eh': 'e', 'tou to': 'estou', 'ta': 'esta', 'tava': 'estava',
  'vlw vlws valeuu flw': 'valeu', 'obg obgd obrigada brigado brigada obrigadu': 'obrigado', 'pf pfv pfvr pls plz': 'por favor', 'blz bele': 'beleza', 'oks okay okey': 'ok',
  'hj': 'hoje', 'amnh amh amanhaa': 'amanha', 'dps': 'depois', 'seg': 'segunda', 'sesta': 'sexta', 'sab': 'sabado',
  'pgto pagto pagamneto pagameto': 'pagamento', 'paguey pagei paghei': 'paguei', 'pagr': 'pagar', 'bol bolto bolleto boletu': 'boleto', 'picks piks pics': 'pix', 'cod codgo': 'codigo',
  'dvd devida dividas': 'divida', 'deveno': 'devendo', 'debito debitos': 'divida', 'parsela parcelas prcela': 'parcela', 'parselar': 'parcelar', 'negosiar': 'negociar', 'acordu acrodo': 'acordo', 'disconto descont': 'desconto',
  'falr flar': 'falar', 'atendete atendenti atendnte': 'atendente', 'umano': 'humano', 'alguen algem': 'alguem', 'pessoua pesoa': 'pessoa',
  'msg msgs mensage mensagen mensagens': 'mensagem', 'nr numeru': 'numero', 'tel fone': 'telefone', 'zap zapzap whats wpp': 'whatsapp',
  'cmg': 'comigo', 'tb tbm': 'tambem', 'pq': 'porque', 'td tdo': 'tudo', 'ngm': 'ninguem', 'nd': 'nada', 'mto mt': 'muito',
  'faleseu falesceu falecel falecido falecida': 'faleceu', 'desempregada': 'desempregado', 'conheso': 'conheco', 'reconheso': 'reconheco', 'errada': 'errado', 'engano enganado enganada': 'engano',
  'sai': 'sair', 'paraa': 'parar', 'parem': 'pare', 'descadastra descadastre descadastro descadastrem': 'descadastrar', 'min mi': 'mim', 'vo': 'vou', 'comprovativo': 'comprovante',
}

/** How a word is written in a hurry, or wrongly, and the word that is meant: data to add to, never a guess by likeness. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(WRITTEN_OUT).flatMap(([forms, word]) => forms.split(' ').map((form) => [form, word.split(' ')] as const)),
)

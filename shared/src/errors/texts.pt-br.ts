import type { ErrorCode } from './error-codes.ts'

interface ErrorText {
  title: string
  /** What the reader can do now. */
  action: string
}

const ASK_NEW_CODE = 'Peça um novo código e tente outra vez.'
const SEE_OPTIONS = 'Volte às suas dívidas e veja as opções de hoje.'

/** The words for each refusal, in plain Brazilian Portuguese. */
export const ERROR_TEXTS: Record<ErrorCode, ErrorText> = {
  invalid_request: { title: 'Alguns dados precisam de correção.', action: 'Confira os campos indicados e envie de novo.' },
  invalid_json: { title: 'O corpo enviado não é um JSON válido.', action: 'Corrija o JSON e envie de novo.' },
  body_too_large: { title: 'O conteúdo enviado é grande demais.', action: 'Envie menos de cada vez. Para carteiras, use POST /v1/debt-imports.' },
  unsupported_media_type: { title: 'Este tipo de conteúdo não é aceito aqui.', action: 'Confira o cabeçalho Content-Type na documentação em /docs.' },
  route_not_found: { title: 'Este endereço não existe.', action: 'Confira o caminho e o método na documentação em /docs.' },
  not_found: { title: 'Não encontramos o que você pediu.', action: 'Confira o identificador. Ele pode não existir ou não ser seu.' },
  too_many_requests: { title: 'Foram muitas tentativas em pouco tempo.', action: 'Espere o tempo indicado em Retry-After e tente de novo.' },
  unavailable: { title: 'O serviço está fora do ar por um momento.', action: 'Espere alguns segundos e tente de novo. Nada foi perdido.' },
  internal: { title: 'Algo deu errado do nosso lado.', action: 'Tente de novo. Se continuar, informe o requestId ao suporte.' },
  idempotency_key_reused: { title: 'Esta Idempotency-Key já foi usada com outro conteúdo.', action: 'Use uma chave nova para um pedido novo.' },
  idempotency_in_flight: { title: 'Um pedido com esta Idempotency-Key ainda está em andamento.', action: 'Espere um segundo e repita o mesmo pedido.' },
  invalid_cursor: { title: 'O cursor da lista não é válido.', action: 'Comece pela primeira página, sem o parâmetro cursor.' },
  invalid_client: { title: 'As credenciais não conferem.', action: 'Confira client_id e client_secret.' },
  unsupported_grant_type: { title: 'Este grant_type não é aceito.', action: 'Use grant_type=client_credentials.' },
  invalid_scope: { title: 'O escopo pedido não é permitido para esta credencial.', action: 'Peça só escopos que a credencial tem, ou nenhum.' },
  token_required: { title: 'Falta um token de acesso válido.', action: 'Peça um token em POST /v1/oauth/token e envie-o em Authorization: Bearer.' },
  scope_missing: { title: 'A credencial não permite esta operação.', action: 'Use uma credencial com o escopo indicado.' },
  session_required: { title: 'Sua sessão terminou.', action: 'Entre de novo com seu CPF. O que você já assinou está guardado.' },
  code_invalid: { title: 'O código não confere.', action: 'Confira os seis números da mensagem mais recente.' },
  code_used: { title: 'Este código já foi usado.', action: ASK_NEW_CODE },
  code_expired: { title: 'Este código venceu.', action: ASK_NEW_CODE },
  code_attempts_exceeded: { title: 'Este código não vale mais, por causa das tentativas.', action: ASK_NEW_CODE },
  resend_too_soon: { title: 'Um código acabou de ser enviado.', action: 'Espere o tempo indicado antes de pedir outro.' },
  invalid_cpf: { title: 'Este CPF não é válido.', action: 'Confira os onze números do CPF.' },
  invalid_cnpj: { title: 'Este CNPJ não é válido.', action: 'Confira os catorze caracteres do CNPJ.' },
  invalid_phone: { title: 'Este telefone não é válido no Brasil.', action: 'Informe DDD e número, por exemplo (11) 91234-5678.' },
  invalid_pix_key: { title: 'Esta chave Pix não é válida.', action: 'Informe CPF, CNPJ, e-mail, telefone com +55 ou chave aleatória.' },
  date_in_future: { title: 'Esta data está no futuro.', action: 'Informe uma data até hoje.' },
  late_fee_above_law: { title: 'A multa passa do limite da lei.', action: 'Informe no máximo 200 bps (2%), como manda o CDC, art. 52, §1º.' },
  default_interest_above_law: { title: 'Os juros de mora passam do limite da lei.', action: 'Informe uma taxa dentro do limite indicado para o regime do credor.' },
  creditor_exists: { title: 'Já existe um credor com este CNPJ.', action: 'Use o cadastro que já existe.' },
  debt_not_open: { title: 'Esta dívida não está aberta para negociação.', action: SEE_OPTIONS },
  debt_in_agreement: { title: 'Esta dívida já está em um acordo.', action: 'Veja o acordo em Meus acordos.' },
  debt_barred: { title: 'O prazo para cobrar esta dívida já passou.', action: 'Ela não pode ser negociada aqui.' },
  debtor_mismatch: { title: 'Esta dívida está registrada para outro CPF.', action: 'Retire a dívida com o motivo error e registre-a com outro externalId.' },
  import_empty: { title: 'O arquivo não tem nenhuma linha.', action: 'Envie pelo menos uma dívida.' },
  import_line_too_long: { title: 'Uma linha do arquivo é longa demais.', action: 'Cada linha pode ter até 16 kB.' },
  policy_not_draft: { title: 'Esta política já foi publicada e não muda mais.', action: 'Crie uma nova versão da política.' },
  policy_outside_law: { title: 'A política sai dos limites da lei.', action: 'Corrija as regras indicadas em errors.' },
  policy_invalid: { title: 'A política tem regras que não fazem sentido.', action: 'Corrija as regras indicadas em errors.' },
  no_policy_in_force: { title: 'Este credor ainda não publicou uma política de negociação.', action: 'Fale com o credor, ou volte em outro dia.' },
  no_offer: { title: 'Não há opções de acordo para estas dívidas agora.', action: 'Fale com o credor pelos contatos da página.' },
  debts_of_several_creditors: { title: 'Cada acordo é com um credor só.', action: 'Escolha dívidas de um mesmo credor e repita com o outro depois.' },
  due_day_not_allowed: { title: 'Este dia de vencimento não está disponível.', action: 'Escolha um dos dias oferecidos.' },
  first_due_out_of_window: { title: 'A primeira data está fora do prazo permitido.', action: 'Escolha uma data dentro desse prazo.' },
  down_payment_above_balance: { title: 'A entrada é maior que o valor da dívida.', action: 'Informe uma entrada menor, ou pague à vista.' },
  offer_above_debt: { title: 'Sua dívida diminuiu desde esta oferta.', action: SEE_OPTIONS },
  offer_sheet_expired: { title: 'Esta oferta venceu.', action: SEE_OPTIONS },
  option_not_found: { title: 'Esta opção não faz parte da oferta.', action: SEE_OPTIONS },
  agreement_not_awaiting_signature: { title: 'Este acordo não está esperando assinatura.', action: 'Veja a situação dele em Meus acordos.' },
  agreement_not_active: { title: 'Este acordo não está em andamento.', action: 'Confira a situação do acordo.' },
  agreement_not_settled: { title: 'A carta de quitação sai quando a última parcela é paga.', action: 'Veja o que falta em Meus acordos.' },
  agreement_not_signed: { title: 'Este acordo ainda não foi assinado.', action: 'Assine o acordo para baixar o termo.' },
  agreement_not_cancellable: { title: 'Este acordo não pode mais ser cancelado.', action: 'Confira a situação do acordo.' },
  agreement_expired: { title: 'O prazo para assinar este acordo terminou.', action: SEE_OPTIONS },
  term_changed: { title: 'O termo que você leu não é o termo atual.', action: 'Leia o termo outra vez antes de assinar.' },
  installment_not_found: { title: 'Esta parcela não existe.', action: 'Confira o número da parcela.' },
  installment_paid: { title: 'Esta parcela já está paga.', action: 'Escolha outra parcela.' },
  payment_above_balance: { title: 'O valor é maior do que falta pagar no acordo.', action: 'Confira o valor e o acordo.' },
  payment_reference_reused: { title: 'Esta referência já é de outro pagamento.', action: 'Cada pagamento tem sua própria referência.' },
}

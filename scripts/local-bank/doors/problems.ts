/** One reason why something was refused, in the official words. */
export interface Violation {
  razao: string
  propriedade: string
  valor?: string
}

/** RFC 7807, as the official file fills it. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  violacoes?: Violation[]
}

const TYPES = 'https://pix.bcb.gov.br/api/v2/error/'

const PROBLEMS = {
  RequisicaoInvalida: [400, 'Requisição inválida.', 'A requisição não respeita o schema.'],
  AcessoNegado: [403, 'Acesso Negado', 'Requisição de participante autenticado que viola alguma regra de autorização.'],
  NaoEncontrado: [404, 'Não Encontrado', 'Entidade não encontrada.'],
  ErroInternoDoServidor: [500, 'Erro Interno do Servidor', 'Condição inesperada ao processar requisição.'],
  ServicoIndisponivel: [503, 'Serviço Indisponível', 'Serviço não está disponível no momento.'],
  CobVNaoEncontrada: [404, 'Não Encontrado', 'Cobrança com vencimento não encontrada para o txid informado.'],
  CobVOperacaoInvalida: [400, 'Cobrança inválida.', 'A requisição que busca alterar ou criar uma cobrança com vencimento não respeita o schema ou está semanticamente errada.'],
  CobVConsultaInvalida: [400, 'Consulta inválida.', 'Os parâmetros de consulta à lista de cobranças com vencimento não respeitam o schema ou não fazem sentido semanticamente.'],
  RecNaoEncontrada: [404, 'Não Encontrado', 'Recorrência não encontrada para o idRec informado.'],
  RecOperacaoInvalida: [400, 'Recorrência inválida.', 'A requisição que busca alterar ou criar uma recorrência não respeita o schema ou está semanticamente errada.'],
  RecConsultaInvalida: [400, 'Consulta inválida.', 'Os parâmetros de consulta à lista de recorrências não respeitam o schema ou não fazem sentido semanticamente.'],
  SolicRecNaoEncontrada: [404, 'Não Encontrado', 'Solicitação de recorrência não encontrada para o idSolicRec informado.'],
  SolicRecOperacaoInvalida: [400, 'Solicitação inválida.', 'A requisição que busca criar ou alterar uma solicitação de confirmação de recorrência não respeita o schema ou está semanticamente errada.'],
  CobRNaoEncontrado: [404, 'Não Encontrado', 'Cobrança não encontrada para o txid informado.'],
  CobROperacaoInvalida: [400, 'Cobrança inválida.', 'A requisição que busca alterar ou criar uma cobrança recorrente não respeita o schema ou está semanticamente errada.'],
  CobRConsultaInvalida: [400, 'Consulta inválida.', 'Os parâmetros de consulta à lista de cobranças não respeitam o schema ou não fazem sentido semanticamente.'],
  PayloadLocationRecNaoEncontrado: [404, 'Não Encontrado', 'Location não encontrada para o id informado.'],
  WebhookRecOperacaoInvalida: [400, 'Webhook inválido.', 'A presente requisição busca criar um webhook sem respeitar o schema ou, ainda, apresenta semântica inválida.'],
  WebhookCobROperacaoInvalida: [400, 'Webhook inválido.', 'A presente requisição busca criar um webhook sem respeitar o schema ou, ainda, apresenta semântica inválida.'],
  PixNaoEncontrado: [404, 'Não Encontrado', 'Pix não encontrado para o e2eid informado.'],
  PixConsultaInvalida: [400, 'Consulta inválida.', 'Os parâmetros de consulta à lista de pix recebidos não respeitam o schema ou não fazem sentido semanticamente.'],
  PixDevolucaoNaoEncontrada: [404, 'Não Encontrado', 'Devolução não encontrada para o e2eid informado.'],
  PixDevolucaoInvalida: [400, 'Devolução inválida.', 'A presente requisição de devolução não respeita o schema ou não faz sentido semanticamente.'],
  WebhookNaoEncontrado: [404, 'Não Encontrado', 'O webhook da chave não está estabelecido.'],
  WebhookOperacaoInvalida: [400, 'Webhook inválido.', 'A presente requisição busca criar um webhook sem respeitar o schema ou, ainda, com sentido semanticamente inválido.'],
  WebhookConsultaInvalida: [400, 'Consulta inválida.', 'Os parâmetros de consulta à lista de webhooks não respeitam o schema ou não fazem sentido semanticamente.'],
} as const satisfies Record<string, readonly [number, string, string]>

/** The types of refusal of the official file that this bank knows. */
export type ProblemType = keyof typeof PROBLEMS

/** A refusal of the official file, to be answered as application/problem+json. */
export function problem(type: ProblemType, violacoes: readonly Violation[] = []): Problem {
  const [status, title, detail] = PROBLEMS[type]
  return { type: `${TYPES}${type}`, title, status, detail, ...(violacoes.length > 0 ? { violacoes: [...violacoes] } : {}) }
}

/** Ends the handling of a request with a refusal. */
export function refuse(type: ProblemType, violacoes: readonly Violation[] = []): never {
  throw new Error(type, { cause: problem(type, violacoes) })
}

/** The refusal inside an error; null for any other failure. */
export function problemIn(error: unknown): Problem | null {
  const cause = error instanceof Error ? (error.cause as Partial<Problem> | undefined) : undefined
  return cause?.type?.startsWith(TYPES) ? (cause as Problem) : null
}

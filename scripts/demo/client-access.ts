import { callJson, refuseUnlessOk, type Call, type Method } from './call-api.ts'

export interface Client {
  clientId: string
  clientSecret: string
}

/** Calls the API as one OAuth client. */
export interface Access {
  apiUrl: string
  call<T>(method: Method, path: string, call?: Call): Promise<T>
  bearer(): Promise<string>
}

/** A fresh token stands for its own life only; a tenth of it is left unused so that none expires on the way. */
const USED_SHARE = 0.9

/** Opens the API to a client: a token is asked for at the first call, and again when it gets old. */
export function clientAccess(apiUrl: string, client: Client): Access {
  let token = { bearer: '', until: 0 }
  const bearer = async (): Promise<string> => {
    if (performance.now() >= token.until) token = await askToken(apiUrl, client)
    return token.bearer
  }
  const call = async <T>(method: Method, path: string, { headers, ...rest }: Call = {}): Promise<T> => {
    const answer = await callJson<T>(method, `${apiUrl}${path}`, { ...rest, headers: { authorization: await bearer(), ...headers } })
    return answer.body
  }
  return { apiUrl, call, bearer }
}

// RFC 6749, section 4.4, with the client's credentials by HTTP Basic.
async function askToken(apiUrl: string, { clientId, clientSecret }: Client): Promise<{ bearer: string; until: number }> {
  const url = `${apiUrl}/v1/oauth/token`
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')
  const response = await fetch(url, { method: 'POST', headers: { authorization: `Basic ${basic}` }, body: new URLSearchParams({ grant_type: 'client_credentials' }) })
  await refuseUnlessOk(response, 'POST', url)
  const answer = (await response.json()) as { access_token: string; expires_in: number }
  return { bearer: `Bearer ${answer.access_token}`, until: performance.now() + answer.expires_in * 1_000 * USED_SHARE }
}

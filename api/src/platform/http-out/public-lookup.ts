import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-addresses.ts'

/** The look-up of a connection that may go to the public internet alone: a name that resolves anew between a check and the call gains nothing. */
// One address that is not public closes the whole name: which of them is taken is not ours to say.
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const wrong = addresses?.find(({ address }) => !isPublicAddress(address))
    if (error) return done(error, '', 4)
    if (wrong) return done(notPublic(hostname), '', 4)
    if (options.all) return done(null, addresses)
    done(null, addresses[0]!.address, addresses[0]!.family)
  })
}

/** Why a host that is written as an address may not be called; null where it may, or where its name is still to be looked up. */
export function refuseAddress(url: URL): Error | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) && !isPublicAddress(host) ? notPublic(host) : null
}

function notPublic(host: string): Error {
  return new Error(`${host} is not an address of the public internet`)
}

import { BlockList, isIP } from 'node:net'

/** IANA special-purpose registries (RFC 6890 and later): nothing of these is reached over the public internet. */
const IPV4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
]
// The forms that carry an IPv4 address inside (NAT64, Teredo, 6to4) are closed too: what is inside could be private.
const IPV6 = ['::/127', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']

const special = new BlockList()
for (const range of IPV4) special.addSubnet(...parts(range), 'ipv4')
for (const range of IPV6) special.addSubnet(...parts(range), 'ipv6')

/** Whether an IP address is one of the public internet. A text that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  return !special.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

function parts(range: string): [string, number] {
  const [address = '', bits = ''] = range.split('/')
  return [address, Number(bits)]
}

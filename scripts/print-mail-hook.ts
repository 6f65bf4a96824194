import { mailHookUrl } from '@repactua/api/modules/channels/index.ts'
import { withPlatform } from './commands/with-platform.ts'

// pnpm mail:hook: where the mail server that takes bounces and complaints is to pipe them to
console.log(await withPlatform(async (platform) => mailHookUrl(platform)))

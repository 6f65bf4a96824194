export { launchBrowser } from '../../scripts/embedded/browser.ts'

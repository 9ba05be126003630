import { withBrowser } from './lib/browser.mjs';
import * as site from './lib/site.mjs';
console.log(Object.keys(site));

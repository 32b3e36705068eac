/** The view counter with one fault: it saves once a minute. The test of kills must notice. */
import { trustedProxies } from '../../../scripts/counter/client.ts';
import { startCounter } from '../../../scripts/counter/service.ts';
import { readCounterSettings } from '../../../scripts/counter/settings.ts';

const settings = readCounterSettings();
await startCounter({ ...settings, proxies: trustedProxies([]), say: () => undefined, saveEvery: 60_000 });

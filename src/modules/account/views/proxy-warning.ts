import { warningText } from '#kit/components/warning-text.ts';
import type { Html } from '#kit/html.ts';

/** For administrators: whoever runs Lintel reads the log less often than they read this page. */
export function proxyWarning(): Html {
  return warningText({
    text:
      'Requests come through a proxy that Lintel was not told of, so everybody seems to have one address. ' +
      'Ask whoever runs Lintel to set LINTEL_TRUST_PROXY.',
  });
}

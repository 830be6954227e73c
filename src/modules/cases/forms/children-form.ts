import { z } from 'zod';
import { choice, versionSeen } from '#kit/forms.ts';

export const childrenForm = z.object({
  _version: versionSeen,
  children: choice(['yes', 'no', 'not_known'], 'Say whether there are children'),
});

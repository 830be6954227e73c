import { z } from 'zod';
import { choice, line } from '#kit/forms.ts';
import { mobile } from '../address.ts';
import { type TestChannel, testChannels } from '../carriers.ts';

export interface AskedTest {
  readonly channel: TestChannel;
  /** As it is dialled; `''`: an e-mail. */
  readonly phone: string;
}

export const carrierTestForm = z
  .object({
    channel: choice(
      testChannels.map(({ value }) => value),
      'Choose what is sent',
    ),
    phone: line(30),
  })
  .superRefine(({ channel, phone }, context) => {
    if (channel === 'text' && mobile(phone).address !== 'clear')
      context.addIssue({ code: 'custom', path: ['phone'], message: 'Enter a mobile number of here' });
  })
  .transform(({ channel, phone }) => ({
    channel,
    phone: channel === 'text' ? mobile(phone).value : '',
  })) satisfies z.ZodType<AskedTest>;

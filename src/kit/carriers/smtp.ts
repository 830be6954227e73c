import { Readable } from 'node:stream';
import { type Carried, type Carrier, heldUp, type InTime, type Parcel } from '../carrier.ts';
import { codeOf } from '../failure.ts';
import { addressOf, messageIdOf, subject } from './email-parts.ts';

export interface SmtpSettings {
  readonly url: string;
  /** The address that it comes from and that is answered. */
  readonly from: string;
  readonly password?: string | undefined;
}

/** A mail server, spoken to with SMTP, a connection for each message: what broke is then known of one message. */
export function smtp(settings: SmtpSettings): Carrier {
  return {
    name: new URL(settings.url).hostname,
    async carry(parcel, inTime = () => true) {
      try {
        return await converse(settings, parcel, inTime);
      } catch (thrown) {
        return { how: 'not_reached', fault: codeOf(thrown) ?? 'broken' };
      }
    },
    close() {},
  };
}

interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

async function converse(
  { url, from, password }: SmtpSettings,
  parcel: Parcel,
  inTime: InTime,
): Promise<Carried> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  const letter = await wholeOf(parcel, from);
  const { protocol, hostname, port, username } = new URL(url);
  const secure = protocol === 'smtps:';
  const here = isHere(hostname);
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    // A name and its password, and whom we write to, go over no open line; this machine is none.
    requireTLS: !secure && !here,
    ignoreTLS: here && !secure,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  // Read only once the server has asked for the letter itself: until then it is certain that it did not leave.
  let handedOver = false;
  return new Promise((resolve) => {
    const end = (carried: Carried) => {
      resolve(carried);
      connection.close();
    };
    async function* whole() {
      if (!inTime()) {
        end(heldUp);
        // Nothing follows, nor the sign of its end, by which a server would take it for whole.
        await new Promise(() => {});
      }
      handedOver = true;
      yield letter;
    }
    const read = Readable.from(whole(), { objectMode: false });
    const failed = (thrown: unknown) => end(faultOf(thrown as SmtpFault, handedOver));
    const send = () =>
      connection.send({ from: addressOf(from), to: [parcel.to] }, read, (fault) =>
        fault ? failed(fault) : end({ how: 'taken', carrierId: messageIdOf(parcel.id, from) }),
      );
    connection.on('error', failed);
    connection.on('end', () => failed({ code: 'ECONNECTION' }));
    connection.connect((fault) => {
      if (fault) return failed(fault);
      if (username === '') return send();
      const credentials = { user: decodeURIComponent(username), pass: password ?? '' };
      connection.login({ credentials }, (refused) => (refused ? failed(refused) : send()));
    });
  });
}

/** What the server answers to the letter itself, or to whom it is for, with a code from 500 is refused for good. */
export function faultOf({ code, responseCode = 0, command }: SmtpFault, handedOver: boolean): Carried {
  const fault = responseCode > 0 ? String(responseCode) : (code ?? 'broken');
  const ofTheLetter = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO');
  // 550, 551 and 553 are said of a mailbox that is not there (RFC 5321, section 4.2.3).
  const gone = command === 'RCPT TO' && [550, 551, 553].includes(responseCode);
  if (ofTheLetter && responseCode >= 500) return { how: 'refused', fault, ...(gone && { gone }) };
  // A code is an answer to the letter: the server did not take it (RFC 5321, section 4.2.5).
  if (handedOver && responseCode < 400) return { how: 'not_known', fault };
  return { how: 'not_reached', fault };
}

function isHere(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function wholeOf({ id, to, words, sender }: Parcel, from: string): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const address = addressOf(from);
  return new MailComposer({
    from: sender === '' ? address : { name: sender, address },
    to,
    subject,
    text: words,
    messageId: messageIdOf(id, from),
    // What the file or the program is called tells nobody anything.
    xMailer: false,
    newline: 'windows',
  })
    .compile()
    .build();
}

/** What comes back after an e-mail with this id, as mail programs and servers write it. */
export const ownDomain = 'mail.example';

export const aReply = (id: string, words = 'Yes, ring me on Thursday.') => `From: Ren <ren@example.test>
To: sam@mail.example
Subject: Re: A message for you
Message-ID: <reply-1@example.test>
In-Reply-To: <${id}@mail.example>
References: <${id}@mail.example>
Content-Type: text/plain; charset=utf-8

${words}
`;

export const anAbsence = (id: string) => `From: Ren <ren@example.test>
To: sam@mail.example
Subject: Out of office
Message-ID: <away-1@example.test>
In-Reply-To: <${id}@mail.example>
Auto-Submitted: auto-replied
Content-Type: text/plain

I am away.
`;

export const aBounce = (
  id: string,
  { action = 'failed', status = '5.1.1' } = {},
) => `From: MAILER-DAEMON@mx.example
To: sam@mail.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce-1@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

<ren@example.test>: user unknown

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ren@example.test
Action: ${action}
Status: ${status}

--b1
Content-Type: message/rfc822

From: sam@mail.example
To: ren@example.test
Subject: A message for you
Message-ID: <${id}@mail.example>

Please call Sam.

--b1--
`;

const inBase64 = (text: string) =>
  Buffer.from(text.replaceAll('\n', '\r\n'))
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\n');

/** The same, as servers write it that put what they quote into base64, and answer nothing by its id. */
export const aBounceInBase64 = (id: string, type = 'message/rfc822') => {
  const quoted = /Content-Type: message\/rfc822\n\n(.*?)\n--b1--/s;
  const [, headers = ''] = quoted.exec(aBounce(id)) ?? [];
  const part = `Content-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${inBase64(headers)}\n--b1--`;
  return aBounce(id).replace(quoted, part);
};

const lines = (of: string) => of.repeat(500_000 / of.length);
const parts = Array.from(
  { length: 49 },
  (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
);

/** Each answers the message of this id, and takes whatever takes it apart many seconds. */
export function endlessLetters(id: string) {
  const head = `From: a@stranger.example\nIn-Reply-To: <${id}@${ownDomain}>\n`;
  return {
    'parts in parts in parts': `${head}${parts.join('')}Content-Type: text/html\n\n${lines('\r\n')}`,
    'words between markup that never ends': [
      `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n${lines('\r\n')}x`,
      '--b\nContent-Type: text/plain\n\nx\n--b--',
    ].join('\n'),
  };
}

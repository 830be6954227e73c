import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#kit/free-port.ts';

const dovecot = '/usr/sbin/dovecot';

/** Why no IMAP server can run here, and what to do about it; null: one can. */
export const noImapServer: string | null =
  existsSync(dovecot) && process.getuid?.() === 0
    ? null
    : 'NO REAL IMAP SERVER HERE: install Debian’s dovecot-imapd and run the tests as root';

export const imapUser = 'sam';
export const imapPassword = 'a-password-for-tests';

/**
 * A real IMAP server (Dovecot) with one mailbox, into which the test puts what came in.
 * @param asks where it asks whether a token that somebody signs in with is good; left out: it takes the password
 */
export async function imapServer(t: TestContext, asks?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-imap-'));
  const mail = join(folder, 'mail');
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(mail, part), { recursive: true });
  const port = await freePort();
  const conf = join(folder, 'dovecot.conf');
  const tokens = join(folder, 'tokens.conf');
  writeFileSync(tokens, asks ? tokenSettings(asks) : '');
  writeFileSync(conf, settings(folder, mail, port, asks ? byToken(tokens) : byPassword));
  execFileSync('chown', ['-R', 'nobody', mail]);
  execFileSync('chmod', ['755', folder]);
  const server = spawn(dovecot, ['-F', '-c', conf], { stdio: 'ignore' });
  t.after(async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  });
  await answers(port);
  let put = 0;
  return {
    port,
    put(letter: string) {
      put += 1;
      const file = join(mail, 'tmp', `${put}.test`);
      writeFileSync(file, letter.replaceAll(/\r?\n/g, '\r\n'));
      execFileSync('chown', ['nobody', file]);
      execFileSync('mv', [file, join(mail, 'new', `170000000${put}.${put}.test`)]);
    },
    left: () => ['new', 'cur'].flatMap((part) => readdirSync(join(mail, part))).length,
  };
}

const byPassword = `passdb {
  driver = static
  args = password=${imapPassword}
}`;

/** As Exchange Online: no password is taken. */
function byToken(file: string): string {
  return `auth_mechanisms = xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${file}
}`;
}

/** RFC 7662: whoever gave the token says whether it is good, and whose. */
function tokenSettings(asks: string): string {
  return `introspection_url = ${asks}
introspection_mode = post
active_attribute = active
active_value = true
username_attribute = username
`;
}

function settings(folder: string, mail: string, port: number, signsIn: string): string {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mail}
${signsIn}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${mail}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const there = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
      setTimeout(() => socket.destroy(), 1_000).unref();
    });
    if (there) return;
    await pause(50);
  }
  throw new Error('The IMAP server does not answer');
}

async function ended(server: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exit;
}

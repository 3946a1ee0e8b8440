import { describe, expect, it } from 'vitest';
import { ClausewatchError } from '../../src/domain/clausewatch-error.ts';
import { parseSmtpUrl } from '../../src/notify/parse-smtp-url.ts';

describe('parseSmtpUrl', () => {
  it('reads host, port, TLS and login', () => {
    expect(parseSmtpUrl('smtp://mail.example')).toEqual({
      host: 'mail.example',
      port: 587,
      secure: false,
      auth: null,
      requireTls: false,
    });
    expect(parseSmtpUrl('smtps://a%40b:p%2Fw@mail.example')).toEqual({
      host: 'mail.example',
      port: 465,
      secure: true,
      auth: { user: 'a@b', pass: 'p/w' },
      requireTls: false,
    });
    expect(parseSmtpUrl('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525 });
  });

  it('lets a password travel in the clear to this machine only', () => {
    expect(parseSmtpUrl('smtp://u:p@mail.example').requireTls).toBe(true);
    expect(parseSmtpUrl('smtp://u:p@127.0.0.1.mail.example').requireTls).toBe(true);
    expect(parseSmtpUrl('smtp://u:p@127.0.0.1:2525').requireTls).toBe(false);
  });

  it.each([
    'mail.example:587',
    'http://u:hunter2@mail.example',
    'smtp://u:hunter2@',
    'smtps://u:hunter2@mail.example/?tls.rejectUnauthorized=false',
    'smtps://u:hunter2@mail.example/path',
    'smtps://u:hunter2%ZZ@mail.example',
    'smtps://u:hunter2/slash@mail.example',
  ])('refuses %j without repeating the password', (url) => {
    let thrown: unknown;
    try {
      parseSmtpUrl(url);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ClausewatchError);
    expect(thrown).toMatchObject({ code: 'mail_config_invalid' });
    expect(String(thrown)).not.toContain('hunter2');
  });
});

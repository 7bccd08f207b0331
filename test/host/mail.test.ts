// MailApp: what lands in the outbox, and Gmail's limits.
import { describe, expect, it } from 'vitest';
import { failure, OWNER, stage, value } from './story.ts';

describe('a mail', () => {
  it('keeps all its parts', () => {
    const { host, run } = stage(`function f() { MailApp.sendEmail({
      to: 'Chủ tịch <chutich@example.vn>, b@example.vn', cc: 'c@example.vn', bcc: 'd@example.vn', subject: 'Báo cáo', body: 'chữ',
      htmlBody: '<b>chữ</b>', name: 'Công an xã', replyTo: 'congan@example.vn',
      attachments: [Utilities.newBlob([1, -1], 'application/pdf', 'a.pdf')],
      inlineImages: { logo: Utilities.newBlob('x', 'image/png', 'l.png') } }); }`);
    value(run('f'));
    expect(host.state().outbox).toEqual([
      {
        at: '2024-05-01T08:00:00.200+07:00',
        from: OWNER,
        to: ['Chủ tịch <chutich@example.vn>', 'b@example.vn'],
        cc: ['c@example.vn'],
        bcc: ['d@example.vn'],
        subject: 'Báo cáo',
        body: 'chữ',
        htmlBody: '<b>chữ</b>',
        name: 'Công an xã',
        replyTo: 'congan@example.vn',
        attachments: [{ name: 'a.pdf', contentType: 'application/pdf', content: 'Af8=' }],
        inlineImages: { logo: { name: 'l.png', contentType: 'image/png', content: 'eA==' } },
      },
    ]);
  });

  it.each([
    ["'a@example.vn', 's', 'b'", { to: ['a@example.vn'], subject: 's', body: 'b' }],
    ["'a@example.vn', 's', 'b', { name: 'n', htmlBody: 'h' }", { name: 'n', htmlBody: 'h' }],
    ["'a@example.vn', 'r@example.vn', 's', 'b'", { replyTo: 'r@example.vn', subject: 's', body: 'b' }],
  ])('by position: %s', (args, expected) => {
    const { host, run } = stage(`function f() { MailApp.sendEmail(${args}); }`);
    value(run('f'));
    expect(host.state().outbox).toMatchObject([expected]);
  });

  it.each([
    ["{ subject: 's' }", 'Failed to send email: no recipient'],
    ["{ to: 'không phải' }", 'Invalid email: không phải'],
    ["{ to: 'a@example.vn,, ;b@example.vn' }", 'Invalid email: ;b@example.vn'],
    ["{ to: 'a@example.vn', htmlbody: 'x' }", 'Invalid argument: htmlbody'],
    ["{ to: 'a@example.vn', attachments: ['x'] }", 'Invalid argument: attachments'],
    ["{ to: 'a@example.vn', htmlBody: Array(70000).join('ắ') }", 'Limit exceeded: Email Body Size.'],
    ["{ to: 'a@example.vn', body: Array(204802).join('x') }", 'Limit exceeded: Email Body Size.'],
    ["{ to: Array(52).join('a@example.vn,') }", 'Limit exceeded: Email Recipients Per Message.'],
    ['5', "The parameters (number) don't match the method signature for MailApp.sendEmail."],
  ])('is refused: %s', (message, words) => {
    const { host, run } = stage(`function f() { MailApp.sendEmail(${message}); }`);
    expect(failure(run('f'))).toBe(`Exception: ${words}`);
    expect(host.state().outbox).toEqual([]);
  });
});

describe('the quota', () => {
  const CODE = `function send(n) { MailApp.sendEmail({ to: Array(n + 1).join('a@example.vn,'), subject: 's', body: 'b' }); return left(); }
    function left() { return MailApp.getRemainingDailyQuota(); }`;
  it('counts recipients, for 24 hours from the first', () => {
    const { host, run } = stage(CODE);
    expect([value(run('left')), value(run('send', [50])), value(run('send', [49]))]).toEqual([100, 50, 1]);
    expect(failure(run('send', [2]))).toBe('Exception: Service invoked too many times for one day: email.');
    expect(value(run('send', [1]))).toBe(0);
    host.advance({ to: '2024-05-02T07:59' });
    expect(value(run('left'))).toBe(0);
    host.advance({ to: '2024-05-02T08:01' });
    expect(value(run('left'))).toBe(100);
    expect(host.state().outbox).toHaveLength(3);
  });
});

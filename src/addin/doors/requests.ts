// Menu: Gửi thử cho tôi, Gửi Chủ tịch, Nhắc đơn vị… Mail is the clock's work: the click leaves a request for it.

import { askFor, whyUnserved } from '../../app/clock/serve-requests.ts';
import { offerAgain, sentAlready } from '../../app/mail/send-report.ts';
import type { Ports } from '../../app/ports.ts';
import { requestPromise } from '../../core/sending-causes.ts';
import { REQUESTS, type RequestName } from '../../sheet/request-words.ts';
import { ask, tell } from '../dialog.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { throughDoor } from '../through-door.ts';

export function sendTestMail(): void {
  askTheClock('test', 'Thư báo cáo của bản chốt gần nhất sẽ được gửi thử tới địa chỉ của đồng chí, không gửi ai khác.');
}

export function sendMailPreview(): void {
  askTheClock(
    'previewMail',
    'Thư Chủ tịch sẽ nhận nếu chốt lúc này được gửi tới địa chỉ của đồng chí để xem trước, không gửi ai khác; chưa chốt gì.',
  );
}

/** What has left is sent once more only where the person says so. */
export function sendToChairman(): void {
  throughDoor(REQUESTS.chairman, () => {
    const ports = portsFor(theFile());
    const sent = sentAlready(ports, SEEDS);
    const question =
      sent === undefined
        ? 'Gửi bản chốt mới nhất của kỳ vừa hết cho Chủ tịch.'
        : `${sent} đã gửi Chủ tịch (xem Sổ báo cáo). Gửi lại lần nữa? Thư ghi «(gửi lại)».`;
    leaveFor(ports, 'chairman', question, () => sent !== undefined && offerAgain(ports, SEEDS));
  });
}

export function remindAllUnits(): void {
  askTheClock(
    'remind',
    'Gửi thư nhắc tới các đơn vị còn dòng chưa báo cáo trong kỳ đang mở. Đơn vị đã được nhắc hôm nay thì không nhắc lại.',
  );
}

function askTheClock(name: RequestName, question: string): void {
  throughDoor(REQUESTS[name], () => leaveFor(portsFor(theFile()), name, question));
}

function leaveFor(ports: Ports, name: RequestName, question: string, onYes: () => void = () => {}): void {
  const title = REQUESTS[name];
  if (!ask(title, `${question}\n\n${requestPromise(whyUnserved(ports, SEEDS))} Đồng ý?`)) return;
  onYes();
  tell(title, askFor(ports, SEEDS, name));
}

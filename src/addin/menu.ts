// The menu «Đề án 06»: only items that work. Before the set-up, only the set-up.
import { civilOf, momentOf } from '../core/calendar.ts';
import { VERSION } from './version.ts';

export function addMenu(isSetUp: boolean): void {
  const menu = SpreadsheetApp.getUi().createMenu('Đề án 06');
  if (isSetUp) {
    menu
      .addItem('Tổng hợp báo cáo…', 'closeReport')
      .addItem('Xem trước thư', 'sendMailPreview')
      .addItem('Đính chính kỳ trước…', 'correctPrevious');
    // Its days are 01–19/01; in other months there is nothing it could do.
    if (civilOf(momentOf(Date.now())).month === 1) menu.addItem('Chốt năm bổ sung…', 'closeYear');
    menu
      .addItem('Báo cáo đột xuất…', 'reportOutOfTurn')
      .addItem('Gửi thử cho tôi', 'sendTestMail')
      .addItem('Gửi Chủ tịch', 'sendToChairman')
      .addSeparator()
      .addItem('Nhắc đơn vị…', 'remindAllUnits')
      .addItem('Kiểm tra dữ liệu', 'checkSheetData')
      .addSeparator()
      .addItem('Đồng bộ bảng tính…', 'syncSheet')
      .addItem('Thiết lập ban đầu…', 'setUp')
      .addItem('Lịch tự động…', 'showSchedule')
      .addItem('Tự kiểm trên Google…', 'checkOnGoogle')
      .addItem(`Giới thiệu (phiên bản ${VERSION})`, 'aboutProgram');
  } else menu.addItem('Thiết lập ban đầu…', 'setUp');
  menu.addToUi();
}

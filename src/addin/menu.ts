// The menu «Đề án 06»: only items that work. Before the set-up, only the set-up.

/** Script property that holds the id of the file that was set up. */
export const SET_UP = 'setUp';

export function addMenu(isSetUp: boolean): void {
  const menu = SpreadsheetApp.getUi().createMenu('Đề án 06');
  if (isSetUp) {
    menu
      .addItem('Tổng hợp báo cáo…', 'closeReport')
      .addSeparator()
      .addItem('Đồng bộ bảng tính…', 'syncSheet')
      .addItem('Thiết lập ban đầu…', 'setUp')
      .addItem('Giới thiệu', 'about');
  } else menu.addItem('Thiết lập ban đầu…', 'setUp');
  menu.addToUi();
}

// Tabs in which a tick asks for a deed: «Điều khiển», «Đột xuất».

export const ASKING_TABS: readonly number[] = [1009, 1014];

export default definePageConfig({
  navigationBarTitleText: '查询举报进度',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

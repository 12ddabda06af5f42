export default definePageConfig({
  navigationBarTitleText: '检查',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

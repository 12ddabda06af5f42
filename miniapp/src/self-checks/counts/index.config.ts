export default definePageConfig({
  navigationBarTitleText: '企业自查',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '举报二维码',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '履职记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

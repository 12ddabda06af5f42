export default definePageConfig({
  navigationBarTitleText: '检查记录',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '检查覆盖',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

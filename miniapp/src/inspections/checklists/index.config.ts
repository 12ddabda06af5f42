export default definePageConfig({
  navigationBarTitleText: '检查表',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '看板',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '今日',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

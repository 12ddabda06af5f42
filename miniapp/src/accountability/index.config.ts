export default definePageConfig({
  navigationBarTitleText: '谁负责',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

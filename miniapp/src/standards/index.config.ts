export default definePageConfig({
  navigationBarTitleText: '标准库',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

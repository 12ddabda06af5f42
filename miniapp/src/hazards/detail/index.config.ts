export default definePageConfig({
  navigationBarTitleText: '隐患详情',
  // Without it WeChat offers no sharing, whatever the page does.
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

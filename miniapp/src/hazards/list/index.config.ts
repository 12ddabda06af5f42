export default definePageConfig({
  navigationBarTitleText: '隐患',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '单位名册',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '隐患详情',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

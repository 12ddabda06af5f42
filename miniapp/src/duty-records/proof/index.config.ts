export default definePageConfig({
  navigationBarTitleText: '尽职证明',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({
  navigationBarTitleText: '自查详情',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

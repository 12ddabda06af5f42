export default definePageConfig({
  navigationBarTitleText: '群众举报',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
});

export default definePageConfig({ navigationBarTitleText: '转为隐患' });

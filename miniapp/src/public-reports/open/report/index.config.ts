export default definePageConfig({ navigationBarTitleText: '举报安全隐患' });

export default definePageConfig({ navigationBarTitleText: '举报二维码' });

/** WeChat has no browser elements to bring back to plain boxes; see elements.h5.ts. */
export {};

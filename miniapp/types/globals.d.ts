/** The server's address, fixed at build time on weapp; empty on h5, which talks to its own origin. */
declare const __SERVER__: string;
/** The client's version as sent in X-Client-Version. */
declare const __CLIENT_VERSION__: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    NODE_ENV: 'development' | 'production';
  }
}
declare const process: { env: NodeJS.ProcessEnv };

declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}

/** The part of sm-crypto that is used; its package has no types. */
declare module 'sm-crypto/src/sm3' {
  export default function sm3(bytes: ArrayLike<number>): string;
}

/** What is used of heic-decode, which brings no types. */
declare module 'heic-decode' {
  interface Picture {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  }
  const decode: { all(asked: { readonly buffer: Uint8Array }): Promise<readonly Picture[]> };
  export default decode;
}

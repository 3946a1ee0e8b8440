/**
 * Frees the memory of bytes that nobody will look at again. It lies outside of V8's heap and would otherwise stay until a
 * full collection, which comes the sooner the more of it there is: for pages of 600 KB those took a third of the time.
 * Only for bytes that fill a buffer of their own; others are left alone.
 */
export function giveBack(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength) buffer.transfer(0);
}

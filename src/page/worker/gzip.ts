// Texts as gzipped bytes and back, with the browser's own streams (Node has them too).

type Bytes = Uint8Array<ArrayBuffer>;

export async function gzipped(text: string): Promise<Bytes> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What is not packed is the text itself. @throws Error where the bytes are cut */
export async function gunzipped(bytes: Bytes): Promise<string> {
  const blob = new Blob([bytes]);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return blob.text();
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

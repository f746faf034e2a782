// Works on PNG pictures in an empty page, so that no picture library is needed.
globalThis.canvasOf = async function (base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }), { premultiplyAlpha: "none" });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  return { canvas, context, width: bitmap.width, height: bitmap.height };
};

globalThis.compare = async function (first, second) {
  const [a, b] = [await canvasOf(first), await canvasOf(second)];
  const width = Math.max(a.width, b.width), height = Math.max(a.height, b.height);
  const out = new OffscreenCanvas(width, height);
  const context = out.getContext("2d");
  const [p, q] = [a, b].map((each) => each.context.getImageData(0, 0, width, height).data);
  const image = context.createImageData(width, height);
  let count = 0, top = height, bottom = 0, left = width, right = 0;
  for (let at = 0; at < p.length; at += 4) {
    const same = p[at] === q[at] && p[at + 1] === q[at + 1] && p[at + 2] === q[at + 2] && p[at + 3] === q[at + 3];
    const pale = 200 + (p[at] + p[at + 1] + p[at + 2]) / 14;
    image.data.set(same ? [pale, pale, pale, 255] : [200, 0, 0, 255], at);
    if (same) continue;
    const x = (at / 4) % width, y = Math.floor(at / 4 / width);
    count += 1;
    top = Math.min(top, y); bottom = Math.max(bottom, y); left = Math.min(left, x); right = Math.max(right, x);
  }
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await out.convertToBlob()).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { count, left, top, right, bottom, sizes: [a.width, a.height, b.width, b.height], picture: btoa(text) };
};

globalThis.colours = async function (base64, points) {
  const { context, width, height } = await canvasOf(base64);
  return points.map(([x, y]) => [...context.getImageData(
    Math.floor(x * (width - 1)), Math.floor(y * (height - 1)), 1, 1).data]);
};

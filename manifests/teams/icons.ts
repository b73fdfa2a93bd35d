import { crc32, deflateSync } from 'node:zlib';

type Rgba = readonly [number, number, number, number];

const none: Rgba = [0, 0, 0, 0];
const white: Rgba = [255, 255, 255, 255];
const blue: Rgba = [0x1b, 0x5e, 0x7f, 255];

/** The letter R, A, G of the monthly strip as three bars in a rounded square: the mark of bcp. */
function mark(size: number, ground: Rgba, ink: readonly Rgba[]): (x: number, y: number) => Rgba {
  const unit = size / 32;
  return (x, y) => {
    const [column, row] = [x / unit, y / unit];
    const bar = [8, 14, 20].findIndex((left) => column >= left && column < left + 4);
    const top = [17, 12, 7][bar] ?? 32;
    return bar >= 0 && row >= top && row < 25 ? (ink[bar] ?? white) : ground;
  };
}

/** 192 × 192, full colour. */
export function colourIcon(): Buffer {
  return png(192, mark(192, blue, [white, white, white]));
}

/** 32 × 32, white on nothing, as Teams wants it. */
export function outlineIcon(): Buffer {
  return png(32, mark(32, none, [white, white, white]));
}

function png(size: number, colourAt: (x: number, y: number) => Rgba): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows.set(colourAt(x, y), y * (1 + size * 4) + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

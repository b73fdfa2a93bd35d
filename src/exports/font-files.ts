import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

function files(names: readonly string[]): readonly string[] {
  return names.map((name) => resolve(`@expo-google-fonts/${name}`));
}

/** The fonts a chart is drawn with, the same on every machine, Latin first; no font of the system plays a part. */
export const chartFonts = files([
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
]);

/** The fonts of a PDF: those of its charts, Gurmukhi, and emoji. */
export const paperFonts = [
  ...chartFonts,
  ...files([
    'noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf',
    'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  ]),
];

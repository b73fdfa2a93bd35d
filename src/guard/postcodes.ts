import type { Sighting } from './personal-data-finding.ts';

/** The 121 postcode areas of the United Kingdom, and of the islands: IC3 and JO2 are actions of a plan, not places. */
const areas = new Set(
  `AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA
  HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG
  RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(
    /\s+/u,
  ),
);

const shape =
  /(?<![\p{L}\d])(?<area>[A-Z]{1,2})(?<district>\d[A-Z\d]?)[ \t.-]{0,2}(?<inward>\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/giu;

/** "SA1 2nd prompt", "E1 2yr": an ordinal or a unit after a code. */
const ordinalOrUnit = /^(?:1st|2nd|3rd|\dth|\d(?:yr|hr|ft|pt|ys|hs|ds))$/u;

/**
 * Full postcodes: about fifteen households each, so an address in all but the number. An outward half alone ("B12") or with a
 * sector ("B12 9") is an area and passes. It may be a council office's: the sender can confirm.
 */
export function postcodesIn(text: string): readonly Sighting[] {
  return [...text.matchAll(shape)].flatMap((match): Sighting[] => {
    const { area = '', inward = '' } = match.groups ?? {};
    if (!areas.has(area.toUpperCase()) || ordinalOrUnit.test(inward)) return [];
    return [{ type: 'address', start: match.index, end: match.index + match[0].length, certain: false }];
  });
}

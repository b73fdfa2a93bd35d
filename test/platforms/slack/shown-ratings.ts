import { ratingOrder } from '../../../src/plan/chart-table.ts';

/** Every rating that can be shown. */
export const shownRatingsForTests = ratingOrder;

/** 复核到期: until when a text counts as reviewed. Time is content (law 1): the moment it is over is a boundary. */
import { endOf, nextBoundary } from '../calendar.ts';
import { day, type Row } from './fields.ts';

/** What the contract says of the review, and when that changes by itself. The last day belongs to the period. */
export function reviewOf(
  row: Row,
  now: Date,
): { facts: { reviewDue: string | undefined; reviewOverdue: boolean }; boundary: Date | undefined } {
  const reviewDue = day(row, 'reviewDue');
  const end = reviewDue === undefined ? undefined : endOf(reviewDue);
  return {
    facts: { reviewDue, reviewOverdue: end !== undefined && end <= now },
    boundary: nextBoundary(now, [end]),
  };
}

import { expect, test } from 'vitest';
import { Courier } from './courier.ts';

test('what comes up while a delivery is under way is delivered after it, once, and nobody waits', async () => {
  const doors: (() => void)[] = [];
  const courier = new Courier(() => new Promise<void>((resolve) => doors.push(resolve)));
  courier.nudge();
  courier.nudge();
  courier.nudge();
  expect(doors.length).toBe(1);
  doors[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(doors.length).toBe(2);
  doors[1]?.();
  await courier.settled();
  expect(doors.length).toBe(2);
});

test('a delivery that fails is told to whoever waits for the end', async () => {
  const courier = new Courier(async () => {
    throw new Error('database is locked');
  });
  courier.nudge();
  await expect(courier.settled()).rejects.toThrow('database is locked');
  await courier.settled();
});

test('a delivery that failed is told at the next occasion, and the one after it is tried', async () => {
  let tries = 0;
  const courier = new Courier(async () => {
    tries += 1;
    if (tries === 1) throw new Error('database is locked');
  });
  courier.nudge();
  await Promise.resolve();
  await Promise.resolve();
  expect(() => courier.nudge()).toThrow('database is locked');
  courier.nudge();
  await courier.settled();
  expect(tries).toBe(2);
});

/** A folder that is a tree by itself: no other one beside it, nothing to switch to. */
import type { Trees } from '../ports.ts';
import { openLiveTree } from './live-tree.ts';

/** @throws OutputFault where the folder cannot be made. */
export function oneTree(folder: string): Trees {
  const tree = openLiveTree(folder);
  const none = async (): Promise<never> => {
    throw new Error(`${folder} is a single tree: there is no other one`);
  };
  return {
    current: 1,
    tree: () => tree,
    fresh: none,
    complete: none,
    serve: none,
    numbers: () => [1],
    drop: none,
  };
}

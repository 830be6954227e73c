import type { ActionInPlan, OptionInPlan, PlanContent } from './content.ts';
import { nothingWritten, type PlanWords } from './plan.ts';

/** One difference between two versions. All of them, applied to the old one, give the new one. */
export type Change = WordsChange | ItemChange<'actions', ActionInPlan> | ItemChange<'options', OptionInPlan>;

type WordsChange = {
  [Field in keyof PlanWords]: {
    readonly list: 'words';
    readonly field: Field;
    readonly from: PlanWords[Field];
    readonly to: PlanWords[Field];
  };
}[keyof PlanWords];

type ItemChange<List extends 'actions' | 'options', Item extends Identified> =
  | { readonly list: List; readonly kind: 'added'; readonly item: Item }
  | { readonly list: List; readonly kind: 'removed'; readonly item: Item }
  | { readonly list: List; readonly kind: 'changed'; readonly from: Item; readonly to: Item }
  | { readonly list: List; readonly kind: 'reordered'; readonly order: readonly string[] };

interface Identified {
  readonly id: string;
}

export const emptyPlan: PlanContent = { words: nothingWritten, actions: [], options: [] };

/** What changed from one version to the next, item by item. */
export function changesBetween(old: PlanContent, next: PlanContent): readonly Change[] {
  return [
    ...changedWords(old.words, next.words),
    ...changedItems('actions', old.actions, next.actions),
    ...changedItems('options', old.options, next.options),
  ];
}

export function applyChanges(old: PlanContent, changes: readonly Change[]): PlanContent {
  const said = changes.flatMap((change) => (change.list === 'words' ? [[change.field, change.to]] : []));
  const actions = changes.filter((change) => change.list === 'actions');
  const options = changes.filter((change) => change.list === 'options');
  return {
    words: { ...old.words, ...Object.fromEntries(said) },
    actions: applyTo(old.actions, actions),
    options: applyTo(old.options, options),
  };
}

const fields = ['wants', 'ownWords', 'wishes', 'emergency'] as const satisfies readonly (keyof PlanWords)[];

function changedWords(old: PlanWords, next: PlanWords): readonly WordsChange[] {
  return fields
    .filter((field) => old[field] !== next[field])
    .map((field) => ({ list: 'words', field, from: old[field], to: next[field] }) as WordsChange);
}

function changedItems<List extends 'actions' | 'options', Item extends Identified>(
  list: List,
  old: readonly Item[],
  next: readonly Item[],
): readonly ItemChange<List, Item>[] {
  const before = new Map(old.map((item) => [item.id, item]));
  const after = new Set(next.map((item) => item.id));
  const removed = old.filter((item) => !after.has(item.id));
  const added = next.filter((item) => !before.has(item.id));
  const changed = next.flatMap((to) => {
    const from = before.get(to.id);
    return from && !same(from, to) ? [{ list, kind: 'changed', from, to } as const] : [];
  });
  const kept = old.filter((item) => after.has(item.id));
  const order = next.map((item) => item.id);
  const asTheyFall = [...kept, ...added].every((item, index) => item.id === order[index]);
  return [
    ...removed.map((item) => ({ list, kind: 'removed', item }) as const),
    ...changed,
    ...added.map((item) => ({ list, kind: 'added', item }) as const),
    ...(asTheyFall ? [] : [{ list, kind: 'reordered', order } as const]),
  ];
}

function applyTo<List extends 'actions' | 'options', Item extends Identified>(
  items: readonly Item[],
  changes: readonly ItemChange<List, Item>[],
): readonly Item[] {
  const all = new Map(items.map((item) => [item.id, item]));
  let order: readonly string[] | null = null;
  for (const change of changes) {
    if (change.kind === 'removed') all.delete(change.item.id);
    else if (change.kind === 'added') all.set(change.item.id, change.item);
    else if (change.kind === 'changed') all.set(change.to.id, change.to);
    else order = change.order;
  }
  return order === null ? [...all.values()] : order.flatMap((id) => all.get(id) ?? []);
}

/** Every field is a plain value. */
function same<Item extends Identified>(one: Item, other: Item): boolean {
  const names = Object.keys({ ...one, ...other }) as readonly (keyof Item)[];
  return names.every((name) => one[name] === other[name]);
}

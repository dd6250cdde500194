/** What wakes each kind of item on the page. A kind that needs much code is `late`: that comes when its item is touched, or has an answer. */
import { ANSWERS } from '#words/src/tasks/sets/page/words';
import type {
  ChallengeItem,
  ClaimItem,
  CodeItem,
  Item,
  OutsideItem,
  ReachItem,
} from './pure/format/assignment.ts';
import { settingsIn } from './pure/variants/variant.ts';
import { wakeChoice } from './page/choice.ts';
import { codeCases } from './page/code.ts';
import { opensWith } from './page/experiment-place.ts';
import { wakeField } from './page/fields.ts';
import type { ItemFrame } from './page/item-frame.ts';

const WAKERS = {
  number: wakeField,
  choice: wakeChoice,
  // What it asks for stands there at once, in the student's own numbers; nobody needs it before there are items.
  reach: (frame: ItemFrame<ReachItem>) => {
    import('./page/goal.ts').then(
      ({ wakeGoal }) => wakeGoal(frame),
      () => frame.say(ANSWERS.notCome),
    );
  },
  match: wakeField,
  text: wakeField,
  challenge: (frame: ItemFrame<ChallengeItem>) =>
    late(frame, async () => (await import('../kinds/challenge/page/wake.ts')).wakeChallenge),
  claim: (frame: ItemFrame<ClaimItem>) =>
    late(frame, async () => (await import('../kinds/claim/page/wake.ts')).wakeClaim),
  code(frame: ItemFrame<CodeItem>) {
    const cases = codeCases(frame);
    late(frame, async () => {
      const { wakeCode } = await import('../kinds/code/page/wake.ts');
      return () => wakeCode(frame, cases);
    });
  },
  outside: (frame: ItemFrame<OutsideItem>) =>
    late(frame, async () => (await import('../kinds/outside/page/wake.ts')).wakeOutside),
} as const;

/** Wakes an item. A waker takes frames of its own kind, hence `never`. */
export function wakeItem(frame: ItemFrame): void {
  const { item, values } = frame;
  if ('instance' in item)
    opensWith(
      item.instance,
      frame.element,
      () => frame.done?.runs[0]?.settings ?? settingsIn(item.start, values),
    );
  WAKERS[item.kind](frame as never);
}

const TOUCHES = ['pointerover', 'focusin', 'input', 'click', 'submit'] as const;

/** Brings the code of an item when it is needed. A button that is pressed meanwhile is pressed again. */
function late<I extends Item>(
  frame: ItemFrame<I>,
  bring: () => Promise<(frame: ItemFrame<I>) => void>,
): void {
  const { element, item, store } = frame;
  let isAsked = false;
  let pressed: HTMLElement | null = null;
  const touch = (event: Event): void => {
    if (event.type === 'submit') event.preventDefault();
    if (event.type === 'click') pressed = (event.target as Element).closest('button');
    ask();
  };
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    bring().then(
      (wake) => {
        for (const type of TOUCHES) element.removeEventListener(type, touch);
        wake(frame);
        pressed?.click();
      },
      () => {
        isAsked = false;
        frame.say(ANSWERS.notCome);
      },
    );
  };
  for (const type of TOUCHES) element.addEventListener(type, touch);
  // A run may be the answer.
  if ('instance' in item)
    document
      .querySelector(`[data-opens="${item.instance}"]`)
      ?.addEventListener('focusin', ask, { once: true });
  // What was answered stands there at once; also where another tab or the second place brings it.
  const answered = (): void => {
    if ((frame.done?.at ?? 0) > 0) ask();
  };
  store.addEventListener('change', answered);
  answered();
}

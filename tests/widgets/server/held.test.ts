import { describe, expect, it } from 'vitest';
import { tailJar } from '../../../widgets/experiments/tail-jar/widget.ts';
import { markup } from '../../../widgets/kit/draw/markup.ts';
import { checkAfter, held, heldNotes } from '../../../widgets/server/held.ts';

const one = markup`<b>the lowest cost</b>`;

describe('what waits for a prediction of its own', () => {
  it('stands there as it is where it waits for none', () => {
    expect(held([undefined], one).markup).toBe(one.markup);
  });

  it('has one line for each prediction that brings more, which leads there', () => {
    const { markup: text } = heldNotes(['guess', 'other', 'guess']);
    expect(text.match(/<a href="#question-\w+">/g)).toEqual([
      '<a href="#question-guess">',
      '<a href="#question-other">',
    ]);
  });

  it('waits for each of several predictions once', () => {
    const { markup: text } = held(['a', undefined, 'b', 'a'], one);
    expect(text.match(/data-after="\w"/g)).toEqual(['data-after="b"', 'data-after="a"']);
    expect(text).toContain('data-after="a"><b>');
  });

  it('stops the build where the experiment has no such setting or step', () => {
    const steps = [{ width: 1, height: 1, label: '', body: one, name: 'cost', asks: '', says: '' }];
    const check = (name: string) => () => {
      checkAfter(tailJar, { id: 'jar', after: { [name]: 'guess' } }, steps);
    };
    expect(check('fanOut')).not.toThrow();
    expect(check('cost')).not.toThrow();
    expect(check('costs')).toThrow(/id="jar">: after names "costs".*there are .*fanOut.*cost/);
  });
});

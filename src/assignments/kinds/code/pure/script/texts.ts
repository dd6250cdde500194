/** What texts can do. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { methods, textIn, wholeIn, type Own as MethodOf } from './methods.ts';
import type { Value } from './values.ts';

const isText = (value: Value): value is string => typeof value === 'string';

type Own = MethodOf<string>;

/** A method that looks at the whole text. */
const looking =
  (how: Own): Own =>
  (machine, self, given, line) => {
    machine.step(line, self.length >> 4);
    return how(machine, self, given, line);
  };
/** A method that makes a text. */
const making =
  (how: (self: string) => string): Own =>
  (machine, self, _given, line) =>
    machine.text(how(self), line);

const padded =
  (isBefore: boolean): Own =>
  (machine, self, [length, fill], line) => {
    const wanted = Math.min(wholeIn(machine, length, line), 100_001);
    const by = fill === undefined ? ' ' : textIn(machine, fill, line);
    return machine.text(isBefore ? self.padStart(wanted, by) : self.padEnd(wanted, by), line);
  };

const replaced =
  (isAll: boolean): Own =>
  (machine, self, [from, to], line) => {
    const [old, fresh] = [textIn(machine, from, line), textIn(machine, to, line)];
    const most = isAll ? (old === '' ? self.length + 1 : self.split(old).length) : 1;
    machine.step(line, self.length >> 4);
    machine.room((self.length + most * fresh.length) >> 1, line);
    // A function, so that no sign in it means something else.
    return machine.text(
      isAll ? self.replaceAll(old, () => fresh) : self.replace(old, () => fresh),
      line,
    );
  };

export const TEXT_METHODS = methods(isText, {
  at: (machine, self, [at], line) => self.at(wholeIn(machine, at, line)),
  charAt: (machine, self, [at], line) => self.charAt(wholeIn(machine, at, line)),
  charCodeAt: (machine, self, [at], line) => self.charCodeAt(wholeIn(machine, at, line)),
  codePointAt: (machine, self, [at], line) => self.codePointAt(wholeIn(machine, at, line)),
  concat: (machine, self, given, line) =>
    given.reduce<string>((all, one) => machine.text(all + textIn(machine, one, line), line), self),
  endsWith: looking((machine, self, [one], line) => self.endsWith(textIn(machine, one, line))),
  includes: looking((machine, self, [one, from], line) =>
    self.includes(textIn(machine, one, line), wholeIn(machine, from, line)),
  ),
  indexOf: looking((machine, self, [one, from], line) =>
    self.indexOf(textIn(machine, one, line), wholeIn(machine, from, line)),
  ),
  lastIndexOf: looking((machine, self, [one], line) =>
    self.lastIndexOf(textIn(machine, one, line)),
  ),
  localeCompare: looking((machine, self, [other], line) => {
    const text = textIn(machine, other, line);
    return self < text ? -1 : Number(self > text);
  }),
  padEnd: padded(false),
  padStart: padded(true),
  repeat(machine, self, [count], line) {
    const times = wholeIn(machine, count, line);
    if (times < 0) machine.fail(RUNNING.range(String(times)), line, 'RangeError');
    machine.room((self.length * times) >> 1, line);
    return machine.text(self.length === 0 ? '' : self.repeat(times), line);
  },
  replace: replaced(false),
  replaceAll: replaced(true),
  slice: looking((machine, self, [from, to], line) =>
    self.slice(wholeIn(machine, from, line), wholeIn(machine, to, line, self.length)),
  ),
  split(machine, self, [by, most], line) {
    machine.step(line, self.length);
    const all = by === undefined ? [self] : self.split(textIn(machine, by, line));
    return machine.list(all.slice(0, wholeIn(machine, most, line, all.length)), line);
  },
  startsWith: looking((machine, self, [one], line) => self.startsWith(textIn(machine, one, line))),
  substring: looking((machine, self, [from, to], line) =>
    self.substring(wholeIn(machine, from, line), wholeIn(machine, to, line, self.length)),
  ),
  toLowerCase: making((self) => self.toLowerCase()),
  toUpperCase: making((self) => self.toUpperCase()),
  toString: ((_machine, self) => self) satisfies Own,
  trim: making((self) => self.trim()),
  trimEnd: making((self) => self.trimEnd()),
  trimStart: making((self) => self.trimStart()),
});

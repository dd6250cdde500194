// What the bundler says at every build and nobody here can act on. Everything else that it says is let through.

/** Each with the reason why it is no concern of the book's. */
const KNOWN = [
  // Astro marks what a lesson brings along with a directive of its own, reads it and needs it no longer in what is bundled.
  /\[?MODULE_LEVEL_DIRECTIVE\]?[^]*"use astro:head-inject"/,
  // Newer than the list of the minifier, which keeps it as it is; browsers that do not know it drop that one rule.
  /^\[lightningcss minify\] 'target-current' is not recognized as a valid pseudo-class/,
];

/**
 * Whether a warning is one of those.
 * @param {string} message
 */
export function isKnown(message) {
  const plain = message.replaceAll(/\x1b\[[\d;]*m/g, '').trim();
  return KNOWN.some((pattern) => pattern.test(plain));
}

/**
 * The Vite plug-in that passes them over.
 * @returns {import('vite').Plugin}
 */
export function knownWarnings() {
  return {
    name: 'known-warnings',
    configResolved({ logger }) {
      for (const way of /** @type {const} */ (['warn', 'warnOnce'])) {
        const say = logger[way].bind(logger);
        logger[way] = (message, options) => {
          if (!isKnown(message)) say(message, options);
        };
      }
    },
  };
}

/**
 * Of what a build has said in all, the warnings and errors; each begins with the time and may have several lines.
 * @param {string} output
 */
export function warningsIn(output) {
  const entries = output.split(/^(?=\d\d:\d\d:\d\d )/m);
  return entries.filter((entry) => /^[\d:]+ \[(?:WARN|ERROR)\]/.test(entry)).join('');
}

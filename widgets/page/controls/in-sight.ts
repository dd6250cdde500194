/** Scrolls an experiment into the window: from its title on where title, figure and sentence have room together, else from its figure on. */
export function bringInSight(experiment: Element): void {
  const bench = experiment.querySelector('.bench') ?? experiment;
  const dock = bench.querySelector('.dock') ?? bench;
  const top = (element: Element): number => element.getBoundingClientRect().top;
  const whole = top(bench) - top(experiment) + dock.getBoundingClientRect().height;
  const start = whole <= innerHeight ? experiment : bench;
  start.scrollIntoView({ block: 'start', behavior: 'instant' });
}

// A host as anywidget's specification of front-end modules has it: a model that a kernel could stand behind, a module that is brought
// by its address, and as many views as are asked for.

/** Values by name; what is changed is kept aside until it is saved, as a kernel would be told of it. */
export class Model {
  #values;
  #heard = new Map();
  #unsaved = {};

  constructor(values) {
    this.#values = { ...values };
  }
  get(name) {
    return this.#values[name];
  }
  set(name, value) {
    if (Object.is(this.#values[name], value)) return;
    this.#values[name] = value;
    this.#unsaved[name] = value;
    for (const hear of this.#heard.get(`change:${name}`) ?? []) hear();
  }
  save_changes() {
    const told = this.#unsaved;
    this.#unsaved = {};
    for (const hear of this.#heard.get('saved') ?? []) hear(told);
  }
  on(event, hear) {
    this.#heard.set(event, [...(this.#heard.get(event) ?? []), hear]);
  }
  off(event, hear) {
    const others = (this.#heard.get(event) ?? []).filter((one) => one !== hear);
    this.#heard.set(event, others);
  }
}

/** Brings a module; resolves with what shows it in an element, which resolves with what takes it away. */
export async function bring(address, model) {
  const { default: exported } = await import(address);
  const { initialize, render } = typeof exported === 'function' ? await exported() : exported;
  const experimental = { invoke: () => Promise.reject(new Error('no kernel')) };
  const end = await initialize?.({ model, experimental });
  return async (el) => {
    const leave = await render({ model, el, experimental });
    return () => {
      leave?.();
      end?.();
      el.replaceChildren();
    };
  };
}

/// <reference types="astro/client" />
// The plain compiler cannot read components; `astro check` does.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

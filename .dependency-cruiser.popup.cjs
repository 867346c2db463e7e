const { options } = require('./.dependency-cruiser.cjs');

/**
 * What the popup loads, followed from its entrypoint over all that is there when it runs: what is
 * imported for its types alone is gone by then.
 */
module.exports = {
  forbidden: [
    {
      name: 'the-popup-carries-no-zod',
      comment:
        'The background has checked what the popup reads; each click would carry the weight.',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: { ...options, doNotFollow: { path: 'node_modules', dependencyTypes: ['type-only'] } },
};

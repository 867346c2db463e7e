/** The product's sign, drawn in the page so that nothing is waited for. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 128 128" width="28" height="28" aria-hidden="true">
    <rect x="2" y="2" width="124" height="124" rx="28" />
    <path d="M60 50h56M82 50v27M108.5 50v23M19.5 50a20.5 20.5 0 1 0 41 0a20.5 20.5 0 1 0 -41 0" />
    <circle cx="27" cy="102" r="7" />
    <circle cx="52" cy="102" r="7" />
    <circle cx="77" cy="102" r="7" />
    <circle cx="102" cy="102" r="7" />
  </svg>
);

// Plain JavaScript, so that a Node that cannot read the rest can say why. The test holds the number
// against package.json.
const NEEDED = 24;

const [major] = process.versions.node.split('.').map(Number);
if (major === undefined || major < NEEDED) {
  console.error(
    `Tenant Token needs Node ${NEEDED} or later, and this is Node ${process.versions.node} (${process.execPath}). Get it from https://nodejs.org, or let "npm ci" bring it along: without --omit=optional.`,
  );
  process.exit(1);
}

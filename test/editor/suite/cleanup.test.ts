import { closeAll } from './support.ts';

// For all tests: what one has typed is no concern of the next.
afterEach(closeAll);

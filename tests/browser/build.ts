// Before the first browser test: the build is brought up to date.
import { buildWhenStale } from '@/bin/build.mjs';

export default buildWhenStale;

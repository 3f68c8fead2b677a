// Where the demo lives when nobody says otherwise; shared with bin/demo.mjs, which runs without a compiler.
export const DEMO_FOLDER = 'data/demo';
/** Of the made-up servers, on loopback. */
export const DEMO_PORT = 4710;

// @ts-check
// <rollcall-status server="warehouse"></rollcall-status>: the state of one server, or without `server` of the whole page, on
// any site. It keeps nothing, sends no cookie, and says "unknown" whenever it does not know. Served as it stands here, so it
// is small and has no imports; docs/badges.md tells how to use it.
(() => {
  const NAME = 'rollcall-status';
  const EVERY_MS = 60_000;
  const STATUSES = ['up', 'degraded', 'down', 'locked', 'maintenance', 'paused', 'unknown'];
  const STYLE = `
    :host { display: inline-block; --paper: #fff; --ink: #16181a; --hair: #858c93;
      --up: #1f7a57; --degraded: #8a5a00; --down: #b93420; --locked: #6f4aa8; --maintenance: #2f62a8; --rest: #5a6067 }
    a { display: inline-flex; gap: .5em; align-items: center; padding: .3em .7em; border: 1px solid var(--hair);
      border-radius: 999px; background: var(--paper); color: var(--ink); font: 14px/1.4 system-ui, sans-serif;
      text-decoration: none }
    a:hover b { text-decoration: underline }
    a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px }
    i { flex: none; width: .7em; height: .7em; border-radius: 50%; background: var(--mark) }
    b { font-weight: 600 }
    span { color: var(--mark) }
    a { --mark: var(--rest) }
    .up { --mark: var(--up) } .degraded { --mark: var(--degraded) } .down { --mark: var(--down) }
    .locked { --mark: var(--locked) } .maintenance { --mark: var(--maintenance) }
    .down i { border-radius: 1px } .degraded i { border-radius: 0; clip-path: polygon(50% 4%, 100% 96%, 0 96%) }
    .locked i { border-radius: 1px; transform: rotate(45deg) scale(.85) } .maintenance i { height: .4em }
    .unknown i, .paused i { background: none; box-shadow: inset 0 0 0 2px var(--mark) }
    @media (prefers-color-scheme: dark) { :host(:not([theme=light])) { DARK } }
    :host([theme=dark]) { DARK }`.replaceAll(
    'DARK',
    `--paper: #121416; --ink: #eceef0; --hair: #7b838a; --up: #5cc39a; --degraded: #e0ab45; --down: #f08068;
      --locked: #b79ae8; --maintenance: #86aee2; --rest: #a0a7ae`,
  );

  // Where this file came from is where the answers are; a module has no current script.
  const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
  const base = new URL('.', script instanceof HTMLScriptElement ? script.src : location.href).href;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  class RollcallStatus extends HTMLElement {
    static observedAttributes = ['server', 'label'];
    #link = document.createElement('a');
    #title = document.createElement('b');
    #message = document.createElement('span');
    #askedAt = 0;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    #timer;
    #asking = new AbortController();

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      // Allowed by a strict style-src, unlike a style element.
      root.adoptedStyleSheets = [sheet];
      const mark = document.createElement('i');
      mark.ariaHidden = 'true';
      // Read out when it changes, without taking the focus.
      this.#message.role = 'status';
      this.#link.append(mark, this.#title, ' ', this.#message);
      root.append(this.#link);
    }

    connectedCallback() {
      this.#show({});
      document.addEventListener('visibilitychange', this.#wake);
      this.#timer = setInterval(this.#wake, 5_000);
      this.#askedAt = 0;
      this.#wake();
    }

    disconnectedCallback() {
      document.removeEventListener('visibilitychange', this.#wake);
      clearInterval(this.#timer);
      this.#asking.abort();
    }

    attributeChangedCallback() {
      this.#askedAt = 0;
      if (this.isConnected) this.#wake();
    }

    /** Asks once a minute while somebody can see it, and at once when somebody can again. */
    #wake = () => {
      const now = Date.now();
      if (document.visibilityState === 'hidden' || now - this.#askedAt < EVERY_MS) return;
      this.#askedAt = now;
      this.#asking.abort();
      this.#asking = new AbortController();
      void this.#ask(this.#asking.signal);
    };

    /** @param {AbortSignal} signal */
    async #ask(signal) {
      const slug = this.getAttribute('server');
      const address = `${base}api/embed-status${slug ? `/${encodeURIComponent(slug)}` : ''}`;
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
        // Asked each time, answered by a 304 as a rule: what a browser kept would outlive a Rollcall that is gone.
        const answer = await fetch(address, { cache: 'no-cache', credentials: 'omit', signal: limit });
        this.#show(answer.ok ? await answer.json() : {});
      } catch {
        if (!signal.aborted) this.#show({});
      }
    }

    /** @param {{ title?: unknown, status?: unknown, message?: unknown, url?: unknown }} said what was answered, if anything */
    #show({ title, status, message, url }) {
      const isKnown = typeof status === 'string' && STATUSES.includes(status);
      const slug = this.getAttribute('server');
      this.#link.className = isKnown ? status : 'unknown';
      this.#link.href = typeof url === 'string' && /^https?:/.test(url) ? url : base;
      this.#title.textContent = this.getAttribute('label') ?? String(title ?? slug ?? new URL(base).host);
      const text = isKnown ? String(message ?? status) : 'unknown';
      if (this.#message.textContent !== text) this.#message.textContent = text;
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, RollcallStatus);
})();

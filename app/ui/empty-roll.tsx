// The page of a Rollcall that watches nothing yet: what to do next, ready to copy.
import type { ReactNode } from 'react';
import { CodeBlock } from '@/app/ui/code-block';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

const SAMPLE = `{
  "mcpServers": {
    "warehouse": {
      "type": "http",
      "url": "https://warehouse.internal/mcp",
      "headers": { "Authorization": "Bearer \${WAREHOUSE_TOKEN}" }
    },
    "files": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-filesystem", "/srv/docs"]
    }
  }
}`;

const DOCKER = 'docker run -p 3000:3000 -v ./config:/config:ro -v rollcall-data:/data -e WAREHOUSE_TOKEN rollcall';

const COMPOSE = `services:
  rollcall:
    image: rollcall
    ports: ["3000:3000"]
    environment:
      WAREHOUSE_TOKEN: \${WAREHOUSE_TOKEN}
    volumes:
      - ./config:/config:ro
      - rollcall-data:/data

volumes:
  rollcall-data:`;

export function EmptyRoll({ language }: { language: Language }) {
  const words = wordsOf(language).empty;
  const [beforeName, afterName] = words.intro;
  const [beforePath, betweenPaths, afterPaths] = words.fileHint;
  return (
    <section className="space-y-8">
      <p className="max-w-[38em]">
        {beforeName}
        <code className="text-[15px]">mcp.json</code>
        {afterName}
      </p>
      <Step title={words.fileTitle}>
        <p className="mt-1 text-sm text-soft">
          {beforePath}
          <code>config/mcp.json</code>
          {betweenPaths}
          <code>/config/mcp.json</code>
          {afterPaths}
        </p>
        <CodeBlock label={words.fileSample} code={SAMPLE} />
      </Step>
      <Step title={words.containerTitle}>
        <p className="mt-1 text-sm text-soft">{words.containerHint}</p>
        <CodeBlock label={words.dockerSample} code={DOCKER} />
        <CodeBlock label={words.composeSample} code={COMPOSE} />
      </Step>
      <Step title={words.watchTitle}>
        <p className="mt-1 text-sm text-soft">{words.watchHint}</p>
      </Step>
    </section>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="text-[17px] font-semibold">{title}</h2>
      {children}
    </div>
  );
}

// The page of a Rollcall that watches nothing yet: what to do next, ready to copy.
import { CodeBlock } from '@/app/ui/code-block';

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

export function EmptyRoll() {
  return (
    <section className="space-y-8">
      <p className="max-w-[38em]">
        Give Rollcall the <code className="text-[15px]">mcp.json</code> your MCP client already has. Every server in it
        is called once a minute, and appears here within seconds. No restart is needed.
      </p>
      <div>
        <h2 className="text-[17px] font-semibold">1. Put your mcp.json into the config folder</h2>
        <p className="mt-1 text-sm text-soft">
          The files of Amazon Q, Claude, Cursor, Kiro and VS Code are read as they are: <code>config/mcp.json</code>{' '}
          beside Rollcall, or <code>/config/mcp.json</code> in the container. Tokens stay in the environment.
        </p>
        <CodeBlock label="A sample mcp.json" code={SAMPLE} />
      </div>
      <div>
        <h2 className="text-[17px] font-semibold">2. In a container, mount that folder</h2>
        <p className="mt-1 text-sm text-soft">Mount the folder, not the file, so that later changes are seen.</p>
        <CodeBlock label="The command for Docker" code={DOCKER} />
        <CodeBlock label="The same for compose.yaml" code={COMPOSE} />
      </div>
      <div>
        <h2 className="text-[17px] font-semibold">3. Watch this page</h2>
        <p className="mt-1 text-sm text-soft">
          It refreshes itself. When a file cannot be read, the log names the file, the line and the remedy.
        </p>
      </div>
    </section>
  );
}

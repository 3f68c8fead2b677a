// The page of a Rollcall that watches nothing yet, in English. A text that surrounds code comes in the parts around it.

export const empty = {
  intro: [
    'Give Rollcall the ',
    ' your MCP client already has. Every server in it is called once a minute, and appears here within seconds. No restart is needed.',
  ] as [string, string],
  fileTitle: '1. Put your mcp.json into the config folder',
  fileHint: [
    'The files of Amazon Q, Claude, Cursor, Kiro and VS Code are read as they are: ',
    ' beside Rollcall, or ',
    ' in the container. Tokens stay in the environment.',
  ] as [string, string, string],
  fileSample: 'A sample mcp.json',
  containerTitle: '2. In a container, mount that folder',
  containerHint: 'Mount the folder, not the file, so that later changes are seen.',
  dockerSample: 'The command for Docker',
  composeSample: 'The same for compose.yaml',
  watchTitle: '3. Watch this page',
  watchHint: 'It refreshes itself. When a file cannot be read, the log names the file, the line and the remedy.',
};

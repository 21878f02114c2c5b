import { catalogue, pages, tables } from 'catalogue:ready';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../package.json';
import { serve } from './lsp/server.ts';

// The door of the language server in a browser: a worker without files; it asks the editor for them.

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, { version, catalogue, tables, pages, readText: () => undefined });
connection.listen();

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../package.json';
import { unpack } from './catalogue/packed.ts';
import { serve } from './lsp/server.ts';

// The door of the language server in a browser: a worker without files; it asks the editor for them. The first message
// is the packed catalogue, all others are the protocol's.

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

declare const self: Omit<Port, 'onmessage'> & { onmessage: (message: { readonly data: Uint8Array }) => void };

self.onmessage = ({ data }) => {
  const connection = createConnection(
    new BrowserMessageReader(self as Port),
    new BrowserMessageWriter(self as Port),
  );
  const packed = unpack(data);
  serve(connection, {
    version,
    catalogue: packed.catalogue,
    compiled: packed,
    readText: () => undefined,
    listFiles: () => undefined,
  });
  connection.listen();
};

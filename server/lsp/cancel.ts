import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A handler whose request is answered at once when it is cancelled; what it still works on then is for the caches. */
export const cancellable =
  <P, R>(handler: (params: P) => Promise<R>) =>
  (params: P, token: CancellationToken): Promise<R | ResponseError<void>> =>
    Promise.race([handler(params), cancellationOf(token)]);

/** Comes when the request is cancelled, with the answer to give. */
export const cancellationOf = (token: CancellationToken): Promise<ResponseError<void>> =>
  new Promise((resolve) => {
    const cancelled = (): void => resolve(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled'));
    if (token.isCancellationRequested) cancelled();
    else token.onCancellationRequested(cancelled);
  });

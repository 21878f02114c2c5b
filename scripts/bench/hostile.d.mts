export declare const hostile: Readonly<Record<string, (size: number) => string>>;

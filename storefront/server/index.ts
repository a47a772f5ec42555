// React and the router choose their build when they are first imported, so this has to be settled before.
process.env.NODE_ENV ??= "production";
await import("./serve.ts");

export {};

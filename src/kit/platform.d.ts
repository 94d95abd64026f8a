// What browsers and Node share without being in the language: the only globals that pure files may use.
declare var TextEncoder: { new (): { encode(text?: string): Uint8Array } }
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean }): { decode(bytes?: Uint8Array): string } }
declare function atob(text: string): string
declare function btoa(text: string): string

/** AES-GCM of a library, for browsers that have none of their own: a file by itself, which hardly anybody fetches. */
export { gcm } from '@noble/ciphers/aes.js';

/** Programs of others, each trained on the file a benchmark wrote; what they print and write is read by it. */
package io.perennial.deploy.peers;

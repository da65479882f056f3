/**
 * ISO 7816-4 commands, responses and status words, and the one-method channel they travel on.
 */
@NullMarked
package io.github.tagsmith.core.apdu;

import org.jspecify.annotations.NullMarked;

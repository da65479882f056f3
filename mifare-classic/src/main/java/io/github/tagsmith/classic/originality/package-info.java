/** Whether a card is its maker's: the signature in the hidden sectors of MIFARE Classic EV1. */
@NullMarked
package io.github.tagsmith.classic.originality;

import org.jspecify.annotations.NullMarked;

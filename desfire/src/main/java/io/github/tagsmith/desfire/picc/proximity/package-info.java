/** The proximity check as the card does it: a pure state machine. */
@NullMarked
package io.github.tagsmith.desfire.picc.proximity;

import org.jspecify.annotations.NullMarked;

/**
 * Somebody who hears what a reader and a card say to each other, and knows keys: which key an authentication used, whether each
 * message is what it claims to be, and what it says. An observer belongs to neither side and sends nothing; it judges by what
 * fits, since it is not told how a file's data travel.
 *
 * <p>A {@link io.github.tagsmith.desfire.observer.CardObserver} follows one card, and belongs to one thread at a time.
 */
@NullMarked
package io.github.tagsmith.desfire.observer;

import org.jspecify.annotations.NullMarked;

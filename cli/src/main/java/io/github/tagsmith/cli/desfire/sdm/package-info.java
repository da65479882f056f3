/**
 * Secure dynamic messaging on the command line: what a card mirrors into a message, checked and made without a card, and the options
 * that set it.
 */
@NullMarked
package io.github.tagsmith.cli.desfire.sdm;

import org.jspecify.annotations.NullMarked;

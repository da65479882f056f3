/**
 * Answers from a record of earlier exchanges, in its order: a trace becomes a test case. One thread at a time.
 */
@NullMarked
package io.github.tagsmith.core.trace.replay;

import org.jspecify.annotations.NullMarked;

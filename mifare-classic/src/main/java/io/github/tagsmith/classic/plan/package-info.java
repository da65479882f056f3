/**
 * Writing as a plan: what will be written, with which key, in what order, and what it would lock, worked out and simulated
 * before the first byte; then done, read back and reported block by block. A plan is a value and belongs to no thread; running
 * one belongs to the thread of its card.
 */
@NullMarked
package io.github.tagsmith.classic.plan;

import org.jspecify.annotations.NullMarked;

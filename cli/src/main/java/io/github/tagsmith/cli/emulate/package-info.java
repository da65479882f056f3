/**
 * Software cards behind a real PC/SC service.
 */
@NullMarked
package io.github.tagsmith.cli.emulate;

import org.jspecify.annotations.NullMarked;

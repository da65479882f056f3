/**
 * The originality signature: whether a UID was signed by NXP.
 */
@NullMarked
package io.github.tagsmith.desfire.originality;

import org.jspecify.annotations.NullMarked;

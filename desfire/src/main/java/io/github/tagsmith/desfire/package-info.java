/** DESFire, DESFire Light and NTAG 424 DNA. */
@NullMarked
package io.github.tagsmith.desfire;

import org.jspecify.annotations.NullMarked;

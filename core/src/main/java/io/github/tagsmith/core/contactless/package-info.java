/**
 * The storage-card commands of PC/SC part 3 as an API: UID, ATS, load key, authenticate, read, update.
 */
@NullMarked
package io.github.tagsmith.core.contactless;

import org.jspecify.annotations.NullMarked;

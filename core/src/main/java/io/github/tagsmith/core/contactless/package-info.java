/**
 * What contactless readers' pseudo-APDUs do, as an API, in the dialect of each reader: UID, ATS, load key, authenticate, read,
 * update and value blocks of PC/SC part 3, the reader's own settings, the PN53x pass-through and the transparent session.
 */
@NullMarked
package io.github.tagsmith.core.contactless;

import org.jspecify.annotations.NullMarked;

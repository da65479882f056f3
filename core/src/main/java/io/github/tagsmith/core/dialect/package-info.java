/**
 * Reader dialects as data: what a contactless reader's pseudo-APDUs look like, one row a family. The table is a text file
 * beside these classes, whose head documents its form; a user file may put rows before it. Nothing here sends anything.
 */
@NullMarked
package io.github.tagsmith.core.dialect;

import org.jspecify.annotations.NullMarked;
